using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>Draws members, each from its own random streams.</summary>
internal static class MemberGenerator
{
    private const int Hundredth = Population.TasteScale / 100;
    private const int Unit = 100;

    /// <summary>Draws the members of a provider. A larger population begins with the members of a smaller one.</summary>
    /// <param name="streams">Random streams.</param>
    /// <param name="provider">Home provider of the members.</param>
    /// <param name="count">Number of members.</param>
    /// <param name="consent">Fraction who consent, 0 to 1. The members who consent at a fraction also consent at every higher one.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    public static Population Generate(RandomStreams streams, ProviderId provider, int count, double consent, Workers workers)
    {
        var tastes = new int[count * Criteria.Count];
        var traits = new Population.Traits[count];
        var balances = new Money[count];
        workers.ForRanges(count, (start, end) =>
        {
            for (var member = start; member < end; member++)
            {
                var id = new MemberId(provider, member);
                var stream = streams.For(StreamPurpose.Member, id);
                DrawTastes(ref stream, tastes.AsSpan(member * Criteria.Count, Criteria.Count));
                var threshold = stream.NextInt32(50, 99) * (Population.AppealScale / 10);
                balances[member] = Wallet.Draw(ref stream);
                var privacy = (byte)stream.NextInt32(0, 100);
                traits[member] = new(threshold, Consents(streams, id, consent), privacy);
            }
        });

        return new Population(provider, tastes, traits, balances);
    }

    /// <summary>Whether a member consents initially, when a fraction <paramref name="consent"/> (0 to 1) does.</summary>
    public static bool Consents(RandomStreams streams, MemberId member, double consent) =>
        streams.For(StreamPurpose.Consent, member).NextDouble() < consent;

    private static void DrawTastes(ref RandomStream stream, Span<int> tastes)
    {
        for (var criterion = 0; criterion < Criteria.Genres; criterion++)
        {
            var middle = stream.NextInt32(-50, 49);
            var low = stream.NextInt32(-75, middle - 1);
            var high = stream.NextInt32(75, 99);
            tastes[criterion] = Criteria.GenreAwayFromZero(stream.NextInt32(low, high - 1), Unit) * Hundredth;
        }

        for (var criterion = Criteria.Genres; criterion < Criteria.Count; criterion++)
        {
            var openness = criterion switch
            {
                Criteria.Reviews => stream.NextInt32(25, 99),
                Criteria.Pricing => stream.NextInt32(-100, -2),
                _ => stream.NextInt32(0, 49),
            };
            tastes[criterion] = Criteria.SelectionAwayFromZero(openness, Unit) * Hundredth;
        }
    }
}
