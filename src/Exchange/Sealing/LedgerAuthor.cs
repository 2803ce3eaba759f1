using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>Finds the provider that wrote a block.</summary>
internal static class LedgerAuthor
{
    /// <exception cref="InvalidDataException">The block names no author of the chain, or the number is out of range.</exception>
    public static ProviderId Of(Block block, ChainRules rules) =>
        rules.AuthorOf(block) is { } author and < ProviderId.MaxCount
            ? ProviderId.At(author)
            : throw new InvalidDataException($"Block {block.Header.Height} names no author of this chain.");
}
