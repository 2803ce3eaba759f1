namespace MovieChain.Ledger;

/// <summary>A mined block. <see cref="ChainVerifier"/> checks whether its parts match.</summary>
/// <param name="Header">The header.</param>
/// <param name="Records">The records. The first one names the author; in the genesis block it holds the rules of the chain.</param>
/// <param name="Hash">Hash of the header, found by mining; the next block links to it.</param>
/// <param name="Signature">Signature of the hash by the author, in the genesis block by the first author. The hash does not cover it.</param>
internal sealed record Block(BlockHeader Header, RecordList Records, Hash256 Hash, Signature Signature);
