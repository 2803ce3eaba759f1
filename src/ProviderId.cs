namespace MovieChain;

/// <summary>Index of a provider in the list of providers, from 0.</summary>
internal readonly record struct ProviderId(byte Index)
{
    public const int MaxCount = 64;

    /// <summary>The provider with index 0 to 63.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside that range.</exception>
    public static ProviderId At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxCount);
        return new ProviderId((byte)index);
    }
}
