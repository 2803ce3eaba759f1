using MovieChain.Ledger;

namespace MovieChain.Reporting.Chains;

/// <summary>A report on a chain, block by block. The chain may be longer than memory.</summary>
internal interface IChainView
{
    /// <summary>Receives the next valid block, genesis first.</summary>
    void Add(ShownBlock block);

    /// <summary>Ends the report.</summary>
    /// <param name="blocks">How many blocks there were.</param>
    /// <param name="fault">The fault after these blocks; null where the chain ends.</param>
    void End(long blocks, ChainFault? fault)
    {
    }
}
