using MovieChain.Ledger;

namespace MovieChain.Sealing;

/// <summary>How one provider reads the chain.</summary>
internal interface ILedgerReader
{
    /// <summary>What the reader sees of a block. Blocks are to be opened in chain order: a grant opens what comes after it.</summary>
    /// <param name="block">A block that is not genesis.</param>
    /// <param name="registry">The members' secrets, as they are now.</param>
    /// <param name="workers">Who does the work.</param>
    /// <exception cref="InvalidDataException">The block names no author of the chain.</exception>
    OpenedRecords Open(Block block, IConsentRegistry registry, Workers workers);
}
