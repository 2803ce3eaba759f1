namespace MovieChain.Ledger.Hashing;

/// <summary>
/// Some 32-bit words side by side, one a lane: what SHA-256 does to a word, done to all of them at once. The operations are those of
/// FIPS 180-4, sections 3.2 and 4.1.2; each implementation is a struct around a vector, for which the compiler makes code of its own.
/// </summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    /// <summary>Whether this machine has instructions for so many lanes; without them everything is right and slow.</summary>
    static abstract bool IsAccelerated { get; }

    /// <summary>The same word in every lane.</summary>
    static abstract TSelf Broadcast(uint word);

    /// <summary>first, first + 1, first + 2, ... from lane to lane.</summary>
    static abstract TSelf CountFrom(uint first);

    /// <summary>Addition modulo 2^32.</summary>
    static abstract TSelf operator +(TSelf x, TSelf y);

    /// <summary>Bit by bit: y where x has a 1, z where it has a 0.</summary>
    static abstract TSelf Ch(TSelf x, TSelf y, TSelf z);

    /// <summary>Bit by bit: what at least two of the three have.</summary>
    static abstract TSelf Maj(TSelf x, TSelf y, TSelf z);

    /// <summary>ROTR^i(x) ⊕ ROTR^j(x) ⊕ ROTR^k(x).</summary>
    static abstract TSelf XorOfRotations(TSelf x, int i, int j, int k);

    /// <summary>ROTR^i(x) ⊕ ROTR^j(x) ⊕ SHR^k(x).</summary>
    static abstract TSelf XorOfRotationsAndShift(TSelf x, int i, int j, int k);

    /// <summary>The first lane that is not above a limit; <see cref="Count"/> when all are.</summary>
    static abstract int FirstNotAbove(TSelf x, uint limit);
}
