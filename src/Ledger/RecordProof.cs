namespace MovieChain.Ledger;

/// <summary>What is wrong with a proof of a record.</summary>
internal enum RecordProofFault
{
    /// <summary>The header does not begin with the magic number and version of the format.</summary>
    Magic,

    /// <summary>The header claims a difficulty that there is not.</summary>
    Difficulty,

    /// <summary>The header's height is not the one that is stated.</summary>
    Height,

    /// <summary>The header's Merkle root is not the one that is stated.</summary>
    MerkleRoot,

    /// <summary>The record does not stand at its place under the Merkle root.</summary>
    Inclusion,

    /// <summary>The header's hash is not the one that is stated.</summary>
    Hash,

    /// <summary>The hash does not fit the difficulty that the header claims.</summary>
    ProofOfWork,

    /// <summary>The stated key has not signed the hash, or with the higher s of the two that fit.</summary>
    Signature,
}

/// <summary>
/// Shows without the chain that a block holds a record. It shows neither that the block is on a particular chain (its hash must come
/// from a source that is trusted) nor whose the signing key is (genesis says so).
/// </summary>
/// <param name="Height">The block's place in the chain.</param>
/// <param name="Header">The block's header.</param>
/// <param name="Hash">The block's hash.</param>
/// <param name="Signature">The author's signature of the hash.</param>
/// <param name="Author">The author's name.</param>
/// <param name="SigningKey">What the author's signatures are checked with.</param>
/// <param name="Record">The record's bytes.</param>
/// <param name="Inclusion">The record's place among the block's records, and the audit path.</param>
/// <param name="MerkleRoot">The Merkle root of the block's records.</param>
internal sealed record RecordProof(
    long Height,
    BlockHeader Header,
    Hash256 Hash,
    Signature Signature,
    string Author,
    PublicKey SigningKey,
    ReadOnlyMemory<byte> Record,
    InclusionProof Inclusion,
    Hash256 MerkleRoot)
{
    /// <summary>Makes the proof for a record of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="author">Who wrote the block.</param>
    /// <param name="index">The record's place in the block.</param>
    /// <exception cref="ArgumentOutOfRangeException">The block has no such record.</exception>
    public static RecordProof Of(Block block, Author author, int index)
    {
        var inclusion = InclusionProof.Of(block.Records, index);
        return new RecordProof(
            block.Header.Height,
            block.Header,
            block.Hash,
            block.Signature,
            author.Name,
            author.SigningKey,
            block.Records[index].ToArray(),
            inclusion,
            block.Header.MerkleRoot);
    }

    /// <summary>What is wrong with the proof; null when it holds.</summary>
    public RecordProofFault? FindFault() =>
        !Header.HasMagic ? RecordProofFault.Magic
        : Header.DifficultyBits > Difficulty.MaxBits ? RecordProofFault.Difficulty
        : Header.Height != Height ? RecordProofFault.Height
        : Header.MerkleRoot != MerkleRoot ? RecordProofFault.MerkleRoot
        : !Inclusion.Holds(Record.Span, MerkleRoot) ? RecordProofFault.Inclusion
        : Header.Hash() != Hash ? RecordProofFault.Hash
        : !new Difficulty((int)Header.DifficultyBits).IsMetBy(Hash) ? RecordProofFault.ProofOfWork
        : !SigningKey.Verifies(Hash, Signature) ? RecordProofFault.Signature
        : null;
}
