namespace MovieChain;

/// <summary>A provider's place in the list of providers, counted from 0. The default is the first provider.</summary>
internal readonly record struct ProviderId(byte Index)
{
    /// <summary>The most providers that a market may hold.</summary>
    public const int MaxCount = 64;

    /// <summary>The provider at a place in the list, 0 to 63.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No market has that place.</exception>
    public static ProviderId At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxCount);
        return new ProviderId((byte)index);
    }
}
