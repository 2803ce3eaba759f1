using MovieChain.Ledger;
using MovieChain.Records;
using MovieChain.Sealing;

namespace MovieChain.Learning;

/// <summary>How a provider learns what the chain says: from the records that it can open, and from nothing else.</summary>
internal static class LedgerImport
{
    /// <summary>What is known after reading some more blocks. Of members whose secret is gone, nothing is known any more. The records of
    /// a member who subscribes to several providers are linked.</summary>
    /// <param name="known">What was known before.</param>
    /// <param name="blocks">The blocks to read, in chain order; genesis is passed over.</param>
    /// <param name="rules">The chain's rules, which say who wrote a block.</param>
    /// <param name="reader">Opens the records.</param>
    /// <param name="registry">The members' secrets, as they are now.</param>
    /// <param name="workers">Who does the work.</param>
    /// <exception cref="InvalidDataException">A block names no author of the chain, or a record that was opened is no order or
    /// names films that the catalogue does not hold or a week that no run has.</exception>
    public static Interactions Read(
        Interactions known, IEnumerable<Block> blocks, ChainRules rules, ILedgerReader reader, IConsentRegistry registry, Workers workers)
    {
        var builder = new Interactions.Builder(known.Where(registry.Holds));
        foreach (var block in blocks.Where(block => block.Header.Height > 0))
        {
            var opened = reader.Open(block, registry, workers);
            if (opened.Opened > 0)
            {
                ReadRecords(builder, opened, ProviderId.At(rules.AuthorOf(block)!.Value), registry, block.Header.Height, known.FilmCount);
            }
        }

        return builder.Build();
    }

    private static void ReadRecords(
        Interactions.Builder builder, OpenedRecords records, ProviderId owner, IConsentRegistry registry, long height, int films)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (!records.IsOpened(i))
            {
                continue;
            }

            var read = IdentifiedOrder.TryRead(records[i], out var order)
                ? TryAdd(builder, owner, registry, order, films)
                : AnonymousOrder.TryRead(records[i], out var purchases) && TryAdd(builder, purchases, films);
            if (!read)
            {
                throw new InvalidDataException($"Record {i} of block {height} is not an order of this catalogue.");
            }
        }
    }

    private static bool TryAdd(Interactions.Builder builder, ProviderId owner, IConsentRegistry registry, IdentifiedOrder order, int films)
    {
        if (order.Week.Number > Week.MaxNumber)
        {
            return false;
        }

        var row = builder.RowOf(registry.PersonOf(new MemberId(owner, order.MemberNumber)));
        for (var line = 0; line < order.LineCount; line++)
        {
            var (film, rating) = order[line];
            if (film.Index >= films)
            {
                return false;
            }

            builder.AddLine(row, film, bought: rating is not null, order.Week);
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
