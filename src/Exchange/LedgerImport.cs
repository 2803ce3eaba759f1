using MovieChain.Exchange.Sealing;
using MovieChain.Learning;
using MovieChain.Ledger;

namespace MovieChain.Exchange;

/// <summary>Turns the records that a provider can open into the interactions that its recommender learns from.</summary>
internal static class LedgerImport
{
    /// <summary>Adds the orders of some blocks to what a provider knows. Removes all interactions of members whose secret is no longer
    /// registered. Links the records of one member at several providers.</summary>
    /// <param name="known">The interactions read so far.</param>
    /// <param name="blocks">The blocks to read, in chain order; genesis is skipped.</param>
    /// <param name="rules">The rules of the chain, which name the authors.</param>
    /// <param name="reader">Opens the records.</param>
    /// <param name="registry">The current secrets of the members.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="InvalidDataException">A block has no author of the chain, or an opened record is not an order, or it has
    /// a film outside the catalogue or a week outside the range of runs.</exception>
    public static Interactions Read(
        Interactions known, IEnumerable<Block> blocks, ChainRules rules, ILedgerReader reader, IConsentRegistry registry, Workers workers)
    {
        var builder = new Interactions.Builder(known.Where(registry.Holds));
        foreach (var block in blocks.Where(block => block.Header.Height > 0))
        {
            var records = reader.Open(block, registry, workers);
            if (records.Opened == 0)
            {
                continue;
            }

            var owner = LedgerAuthor.Of(block, rules);
            for (var i = 0; i < records.Count; i++)
            {
                if (records.IsOpened(i) && !TryAdd(builder, DecodedRecord.Of(records[i], i), owner, registry, known.FilmCount))
                {
                    throw new InvalidDataException($"Record {i} of block {block.Header.Height} is not an order of this catalogue.");
                }
            }
        }

        return builder.Build();
    }

    private static bool TryAdd(Interactions.Builder builder, DecodedRecord record, ProviderId owner, IConsentRegistry registry, int films)
    {
        switch (record.Kind)
        {
            case RecordKind.Identified when record.Week.Number <= Week.MaxNumber:
                var row = builder.RowOf(registry.PersonOf(new MemberId(owner, record.MemberNumber!.Value)));
                for (var i = 0; i < record.LineCount; i++)
                {
                    var (film, rating) = record[i];
                    if (film.Index >= films)
                    {
                        return false;
                    }

                    builder.AddLine(row, film, bought: rating is not null, record.Week);
                }

                return true;

            case RecordKind.Anonymous:
                for (var i = 0; i < record.LineCount; i++)
                {
                    var film = record[i].Film;
                    if (film.Index >= films)
                    {
                        return false;
                    }

                    builder.AddAnonymousPurchase(film);
                }

                return true;

            default:
                return false;
        }
    }
}
