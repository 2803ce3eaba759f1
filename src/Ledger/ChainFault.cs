namespace MovieChain.Ledger;

/// <summary>What is wrong with a block.</summary>
internal enum ChainFaultKind
{
    /// <summary>There is no block at all, not even genesis.</summary>
    Empty,

    /// <summary>The genesis block does not hold the chain's rules in canonical form.</summary>
    Rules,

    /// <summary>The header does not begin with the magic number and version of the format.</summary>
    Magic,

    /// <summary>The header claims another difficulty than the chain's rules ask for.</summary>
    Difficulty,

    /// <summary>The header's height is not the block's place in the chain.</summary>
    Height,

    /// <summary>Simulated time goes back, or genesis does not begin at 0.</summary>
    Time,

    /// <summary>The header does not link to the hash of the block before.</summary>
    Link,

    /// <summary>The first record names nobody who may write on this chain.</summary>
    Author,

    /// <summary>The records are not those that the header was mined over.</summary>
    MerkleRoot,

    /// <summary>The header is not the one whose hash the block was given.</summary>
    Hash,

    /// <summary>The hash does not fit the chain's difficulty.</summary>
    ProofOfWork,

    /// <summary>The author has not signed the block, or with the higher s of the two that fit.</summary>
    Signature,

    /// <summary>The file does not begin as a chain's file of this version does.</summary>
    Preamble,

    /// <summary>The length of the block in the file has a wrong checksum, or is not one that a block may have.</summary>
    FrameHead,

    /// <summary>The file ends within the block: it was not written to its end, or cut off.</summary>
    Truncated,

    /// <summary>The block's bytes in the file have another checksum than when they were written.</summary>
    Checksum,

    /// <summary>The block's bytes in the file are not laid out as exactly one block.</summary>
    Layout,
}

/// <summary>The first thing that is wrong with a chain.</summary>
/// <param name="Height">The place of the faulty block, counted from genesis at 0.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Offset">Where in the chain's file the block begins, in bytes; null where the chain was not read from a file.</param>
internal sealed record ChainFault(long Height, ChainFaultKind Kind, long? Offset = null);
