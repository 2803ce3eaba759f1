using MovieChain.Ledger;
using MovieChain.Records;

namespace MovieChain.Learning;

/// <summary>How a provider reads the chain: the records that it has been granted, and nothing else.</summary>
public static class LedgerImport
{
    /// <summary>What is known after reading some more blocks.</summary>
    /// <param name="known">What was known before.</param>
    /// <param name="blocks">The blocks to read, in chain order; genesis is passed over.</param>
    /// <param name="rules">The chain's rules, which say who wrote a block.</param>
    /// <param name="granted">Whose records may be read.</param>
    /// <exception cref="InvalidDataException">A block names no author of the chain, or a granted block holds bytes that are no record or
    /// names films that the catalogue does not hold.</exception>
    public static Interactions Read(Interactions known, IEnumerable<Block> blocks, ChainRules rules, IReadOnlySet<ProviderId> granted)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(granted);
        var builder = new Interactions.Builder(known);
        foreach (var block in blocks.Where(block => block.Header.Height > 0))
        {
            var author = rules.AuthorOf(block) ?? throw new InvalidDataException($"Block {block.Header.Height} names no author of this chain.");
            if (granted.Contains(ProviderId.At(author)))
            {
                ReadRecords(builder, block, ProviderId.At(author), known.FilmCount);
            }
        }

        return builder.Build();
    }

    private static void ReadRecords(Interactions.Builder builder, Block block, ProviderId owner, int films)
    {
        for (var i = 1; i < block.Records.Count; i++)
        {
            var read = IdentifiedOrder.TryRead(block.Records[i], out var order)
                ? TryAdd(builder, owner, order, films)
                : AnonymousOrder.TryRead(block.Records[i], out var purchases) && TryAdd(builder, purchases, films);
            if (!read)
            {
                throw new InvalidDataException($"Record {i} of block {block.Header.Height} is not an order of this catalogue.");
            }
        }
    }

    private static bool TryAdd(Interactions.Builder builder, ProviderId owner, IdentifiedOrder order, int films)
    {
        var row = builder.RowOf(new MemberId(owner, order.MemberNumber));
        for (var line = 0; line < order.LineCount; line++)
        {
            var (film, rating) = order[line];
            if (film.Index >= films)
            {
                return false;
            }

            builder.AddLine(row, film, bought: rating is not null);
        }

        return true;
    }

    private static bool TryAdd(Interactions.Builder builder, AnonymousOrder order, int films)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].Index >= films)
            {
                return false;
            }

            builder.AddAnonymousPurchase(order[i]);
        }

        return true;
    }
}
