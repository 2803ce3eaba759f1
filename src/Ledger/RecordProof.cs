namespace MovieChain.Ledger;

/// <summary>The first check of a record proof that fails.</summary>
internal enum RecordProofFault
{
    /// <summary>The header does not begin with the magic number and format version.</summary>
    Magic,
    /// <summary>The difficulty in the header is out of range.</summary>
    Difficulty,
    /// <summary>The height in the header differs from the stated height.</summary>
    Height,
    /// <summary>The Merkle root in the header differs from the stated root.</summary>
    MerkleRoot,
    /// <summary>The inclusion proof does not lead from the record to the Merkle root.</summary>
    Inclusion,
    /// <summary>The hash of the header differs from the stated hash.</summary>
    Hash,
    /// <summary>The hash does not meet the difficulty in the header.</summary>
    ProofOfWork,
    /// <summary>The signature is not valid for the stated key, or has the higher of the two valid values of s.</summary>
    Signature,
}

/// <summary>
/// Proves, without the chain, that a block holds a record. It does not prove that the block is on a particular chain (the block hash must come
/// from a trusted source), nor who owns the signing key (the genesis block states that).
/// </summary>
/// <param name="Height">Height of the block.</param>
/// <param name="Header">Header of the block.</param>
/// <param name="Hash">Hash of the block.</param>
/// <param name="Signature">Signature of the hash by the author.</param>
/// <param name="Author">Name of the author.</param>
/// <param name="SigningKey">Verifies the signatures of the author.</param>
/// <param name="Record">Bytes of the record.</param>
/// <param name="Inclusion">Index of the record in the block, and the audit path.</param>
/// <param name="MerkleRoot">Merkle root of the records of the block.</param>
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
    /// <exception cref="ArgumentOutOfRangeException">The block has no record with that index.</exception>
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

    /// <summary>The first check that fails; null if the proof is valid.</summary>
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
