using MovieChain.Ledger;

namespace MovieChain.Reporting.Chains;

/// <summary>A view of a chain that passes by once, block by block, and may be longer than memory.</summary>
internal interface IChainView
{
    /// <summary>Takes the next block, genesis first. It has been found good.</summary>
    void Add(ShownBlock block);

    /// <summary>Ends the view; one of a single block has nothing to add.</summary>
    /// <param name="blocks">How many blocks there were.</param>
    /// <param name="fault">What is wrong with what follows them; null when the chain ends here.</param>
    void End(long blocks, ChainFault? fault)
    {
    }
}
