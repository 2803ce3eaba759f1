namespace MovieChain.Ledger;

/// <summary>The rule that a block breaks.</summary>
internal enum ChainFaultKind
{
    /// <summary>No block, not even the genesis block.</summary>
    Empty,
    /// <summary>The genesis block does not hold the rules of the chain in canonical form.</summary>
    Rules,
    /// <summary>The header does not begin with the magic number and format version.</summary>
    Magic,
    /// <summary>The header states a different difficulty than the rules of the chain.</summary>
    Difficulty,
    /// <summary>The height in the header is not the position in the chain.</summary>
    Height,
    /// <summary>The simulated time decreases, or is not 0 in the genesis block.</summary>
    Time,
    /// <summary>The header does not hold the hash of the previous block.</summary>
    Link,
    /// <summary>The first record does not name an author of the chain.</summary>
    Author,
    /// <summary>The Merkle root in the header is not the root of the records.</summary>
    MerkleRoot,
    /// <summary>The stated hash is not the hash of the header.</summary>
    Hash,
    /// <summary>The hash does not meet the difficulty.</summary>
    ProofOfWork,
    /// <summary>The signature is not valid for the author, or has the higher of the two valid values of s.</summary>
    Signature,
    /// <summary>The file does not begin with the preamble of this format version.</summary>
    Preamble,
    /// <summary>The length of a frame has a wrong checksum or is out of range.</summary>
    FrameHead,
    /// <summary>The file ends inside a block: writing was interrupted, or the end was cut off.</summary>
    Truncated,
    /// <summary>The payload of a frame does not match its checksum.</summary>
    Checksum,
    /// <summary>The payload of a frame is not laid out as exactly one block.</summary>
    Layout,
    /// <summary>From the start of the block or from within it, the file has zeros only: a crash of the machine can leave these.</summary>
    Zeros,
}

/// <summary>The first fault of a chain.</summary>
/// <param name="Height">Position of the faulty block; 0 is the genesis block.</param>
/// <param name="Kind">The rule that the block breaks.</param>
/// <param name="Offset">Start of the block in the chain file, in bytes; null if the chain was not read from a file.</param>
internal sealed record ChainFault(long Height, ChainFaultKind Kind, long? Offset = null);
