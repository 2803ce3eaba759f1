namespace MovieChain.Ledger.Hashing;

/// <summary>
/// A vector of 32-bit words, one per lane, with the word operations of SHA-256 (FIPS 180-4, sections 3.2 and 4.1.2) on all lanes at once.
/// Each implementation is a struct around a vector, for which the JIT compiler generates its own code.
/// </summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract bool IsAccelerated { get; }

    static abstract TSelf Broadcast(uint word);

    /// <summary>The words first, first + 1, first + 2, ... in lanes 0, 1, 2, ...</summary>
    static abstract TSelf CountFrom(uint first);

    static abstract TSelf operator +(TSelf x, TSelf y);

    /// <summary>Bitwise: y where x is 1, z where x is 0.</summary>
    static abstract TSelf Ch(TSelf x, TSelf y, TSelf z);

    /// <summary>Bitwise majority of the three.</summary>
    static abstract TSelf Maj(TSelf x, TSelf y, TSelf z);

    /// <summary>ROTR^i(x) ⊕ ROTR^j(x) ⊕ ROTR^k(x).</summary>
    static abstract TSelf XorOfRotations(TSelf x, int i, int j, int k);

    /// <summary>ROTR^i(x) ⊕ ROTR^j(x) ⊕ SHR^k(x).</summary>
    static abstract TSelf XorOfRotationsAndShift(TSelf x, int i, int j, int k);

    /// <summary>The first lane with a word of at most <paramref name="limit"/>; <see cref="Count"/> if there is none.</summary>
    static abstract int FirstNotAbove(TSelf x, uint limit);
}
