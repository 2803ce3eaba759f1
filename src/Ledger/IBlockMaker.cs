namespace MovieChain.Ledger;

/// <summary>Where a chain's next block comes from.</summary>
internal interface IBlockMaker
{
    /// <summary>Makes a block.</summary>
    /// <param name="header">The header, complete but for the nonce.</param>
    /// <param name="records">The records that the header was made for.</param>
    /// <param name="author">Who signs the block.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    Block Make(BlockHeader header, RecordList records, PrivateKey author);
}
