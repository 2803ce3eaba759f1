namespace MovieChain.Ledger;

/// <summary>How hard a block is to mine: the leading zero bits that its hash must have, 0 to 32. The default asks for none.</summary>
internal readonly record struct Difficulty
{
    /// <summary>The highest difficulty, in bits.</summary>
    public const int MaxBits = 32;

    /// <summary>A difficulty in bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bits do not lie within 0 to 32.</exception>
    public Difficulty(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MaxBits);
        Bits = bits;
    }

    /// <summary>The leading zero bits asked for.</summary>
    public int Bits { get; }

    /// <summary>How many nonces it takes on average to find one that fits: 2 to the power of the bits.</summary>
    public long ExpectedAttempts => 1L << Bits;

    /// <summary>A hash fits just when its first 32 bits, as a number, are not above this one.</summary>
    internal uint HighestFirstWord => (uint)((1UL << (MaxBits - Bits)) - 1);

    /// <summary>Whether a hash fits.</summary>
    public bool IsMetBy(Hash256 hash) => hash.LeadingZeroBits >= Bits;
}
