using MovieChain.Ledger;

namespace MovieChain.Sealing;

/// <summary>Whose records a block holds.</summary>
internal static class LedgerAuthor
{
    /// <exception cref="InvalidDataException">The block names no author of the chain, or one that no market holds.</exception>
    public static ProviderId Of(Block block, ChainRules rules) =>
        rules.AuthorOf(block) is { } author and < ProviderId.MaxCount
            ? ProviderId.At(author)
            : throw new InvalidDataException($"Block {block.Header.Height} names no author of this chain.");
}
