namespace MovieChain.Ledger;

/// <summary>Mining difficulty: the number of leading zero bits that a block hash must have, 0 (the default) to 32.</summary>
internal readonly record struct Difficulty
{
    public const int MaxBits = 32;

    /// <exception cref="ArgumentOutOfRangeException">The bits are outside 0 to 32.</exception>
    public Difficulty(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MaxBits);
        Bits = bits;
    }

    public int Bits { get; }

    /// <summary>Mean number of nonces to try: 2 to the power of the bits.</summary>
    public long ExpectedAttempts => 1L << Bits;

    /// <summary>A hash meets the difficulty if and only if its first 32 bits, as a number, are at most this limit.</summary>
    internal uint HighestFirstWord => (uint)((1UL << (MaxBits - Bits)) - 1);

    public bool IsMetBy(Hash256 hash) => hash.LeadingZeroBits >= Bits;
}
