namespace MovieChain.Ledger;

/// <summary>Source of the next block of a chain.</summary>
internal interface IBlockMaker
{
    /// <param name="header">The header, complete except for the nonce.</param>
    /// <param name="records">The records under the Merkle root of the header.</param>
    /// <param name="author">Key that signs the block.</param>
    Block Make(BlockHeader header, RecordList records, PrivateKey author);
}
