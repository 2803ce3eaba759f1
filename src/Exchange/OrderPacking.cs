using MovieChain.Audience;
using MovieChain.Exchange.Records;
using MovieChain.Ledger;
using MovieChain.Market;
using MovieChain.Randomness;

namespace MovieChain.Exchange;

/// <summary>
/// Packs a provider's orders of a week into records: an identified order for each member who consents, an anonymous order for each
/// other member who bought something. Lines that a member does not share are left out.
/// </summary>
internal static class OrderPacking
{
    private const int PrivacyScale = 100;

    /// <summary>The author record, then the orders, in the clear.</summary>
    public static RecordList Pack(IMembers members, Orders orders, double privacyStrictness, RandomStreams streams, Week week)
    {
        var records = new RecordList.Builder();
        records.Add(ChainRules.AuthorRecord(members.Provider.Index));
        var anonymous = new List<byte[]>();
        var shared = new bool[orders.Slates.Size];
        for (var member = 0; member < members.Count; member++)
        {
            DrawShared(members, member, privacyStrictness, streams, week, shared);
            if (members.Consents(member))
            {
                AddIdentified(records, orders, member, shared, week);
            }
            else if (BoughtAndShared(orders, member, shared) is { Length: > 0 } films)
            {
                anonymous.Add(AnonymousOrder.Write(week, films));
            }
        }

        // Sorted by content: in member order, the position of an anonymous order would reveal the member.
        anonymous.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        anonymous.ForEach(order => records.Add(order));
        return records.Build();
    }

    /// <summary>Draws which positions of its slate a member shares. The draw ignores purchases, so that a gap reveals nothing.</summary>
    private static void DrawShared(
        IMembers members, int member, double privacyStrictness, RandomStreams streams, Week week, Span<bool> shared)
    {
        var withheld = members.Privacy(member) * privacyStrictness / PrivacyScale;
        shared.Fill(true);
        if (withheld > 0)
        {
            var stream = streams.For(StreamPurpose.Sharing, StreamPurpose.SharingElsewhere, members.Id(member), members.Provider, week);
            foreach (ref var line in shared)
            {
                line = stream.NextDouble() >= withheld;
            }
        }
    }

    private static void AddIdentified(RecordList.Builder records, Orders orders, int member, ReadOnlySpan<bool> shared, Week week)
    {
        var lines = shared.Count(true);
        var record = records.Add(IdentifiedOrder.Length(lines));
        IdentifiedOrder.WriteHead(record, week, member, lines);
        var line = 0;
        for (var position = 0; position < shared.Length; position++)
        {
            if (shared[position])
            {
                IdentifiedOrder.WriteLine(record, line++, orders.Slates[member][position], orders.RatingAt(member, position));
            }
        }
    }

    private static FilmId[] BoughtAndShared(Orders orders, int member, ReadOnlySpan<bool> shared)
    {
        var films = new List<FilmId>();
        for (var position = 0; position < shared.Length; position++)
        {
            if (shared[position] && orders.RatingAt(member, position) is not null)
            {
                films.Add(orders.Slates[member][position]);
            }
        }

        films.Sort();
        return [.. films];
    }
}
