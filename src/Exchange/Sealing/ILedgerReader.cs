using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>Opens the records that one provider can read.</summary>
internal interface ILedgerReader
{
    /// <summary>Opens the records of a block. Open blocks in chain order: a grant applies to the records after it.</summary>
    /// <param name="block">A block that is not genesis.</param>
    /// <param name="registry">The current secrets of the members.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="InvalidDataException">The block names no author of the chain.</exception>
    OpenedRecords Open(Block block, IConsentRegistry registry, Workers workers);
}
