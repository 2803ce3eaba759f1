using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>Draws the members of MODEL.md: each member from streams of its own.</summary>
internal static class MemberGenerator
{
    private const int Hundredth = Population.TasteScale / 100;
    private const int Unit = 100;

    /// <summary>A provider's members. A larger population begins with the members of a smaller one.</summary>
    /// <param name="streams">The simulation's chance.</param>
    /// <param name="provider">Whose members they are.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="consent">The fraction who consent, 0 to 1. Whoever consents at a fraction consents at every higher one.</param>
    /// <param name="workers">Who does the work.</param>
    public static Population Generate(RandomStreams streams, ProviderId provider, int count, double consent, Workers workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

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

    /// <summary>Whether a member consents at the beginning.</summary>
    /// <param name="streams">The simulation's chance.</param>
    /// <param name="member">The member.</param>
    /// <param name="consent">The fraction who consent, 0 to 1.</param>
    public static bool Consents(RandomStreams streams, MemberId member, double consent)
    {
        return streams.For(StreamPurpose.Consent, member).NextDouble() < consent;
    }

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
