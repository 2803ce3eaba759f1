namespace MovieChain.Ledger;

/// <summary>A mined block. Its parts are what they were given as; <see cref="ChainVerifier"/> judges whether they fit together.</summary>
/// <param name="Header">The header.</param>
/// <param name="Records">The records; the first names the author, or in genesis the chain's rules.</param>
/// <param name="Hash">The hash that was found when the block was mined, which the next block links to.</param>
/// <param name="Signature">The author's signature of the hash; that of genesis is the first author's. The hash does not cover it.</param>
internal sealed record Block(BlockHeader Header, RecordList Records, Hash256 Hash, Signature Signature);
