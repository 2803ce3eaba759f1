using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>Weekly drift of the tastes.</summary>
internal static class TasteDrift
{
    private const int Hundredth = Population.TasteScale / 100;
    private const int Limit = 2 * Population.TasteScale;
    private const int PricingCeiling = -1 * Population.TasteScale;

    /// <summary>
    /// The population of the next week: genre tastes move by up to 0.10 × drift, selection openness by up to 0.05 × drift,
    /// and pricing additionally by U{4−2n..8−2n}/100 × drift after n purchases. Moves are rounded to 1/100,000.
    /// </summary>
    /// <param name="population">Members of this week.</param>
    /// <param name="purchases">Number of films that each member bought this week.</param>
    /// <param name="drift">Scale of all moves, 0 to 10; 0 turns drift off.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="week">The week that ends.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    public static Population Apply(
        Population population, int[] purchases, double drift, RandomStreams streams, Week week, Workers workers)
    {
        if (drift == 0)
        {
            return population;
        }

        var tastes = new int[population.Count * Criteria.Count];
        workers.ForRanges(population.Count, (start, end) =>
        {
            for (var member = start; member < end; member++)
            {
                var moved = tastes.AsSpan(member * Criteria.Count, Criteria.Count);
                population.Tastes(member).CopyTo(moved);
                var stream = streams.For(StreamPurpose.Drift, population.Id(member), week);
                Move(ref stream, moved, purchases[member], drift);
            }
        });

        return population.WithTastes(tastes);
    }

    private static void Move(ref RandomStream stream, Span<int> tastes, int purchases, double drift)
    {
        for (var criterion = 0; criterion < Criteria.Count; criterion++)
        {
            var reach = criterion < Criteria.Genres ? 10 : 5;
            var move = Step(stream.NextInt32(-reach, reach), drift);
            if (criterion == Criteria.Pricing)
            {
                move += Step(stream.NextInt32(4 - (2 * purchases), 8 - (2 * purchases)), drift);
            }

            var ceiling = criterion == Criteria.Pricing ? PricingCeiling : Limit;
            tastes[criterion] = Math.Clamp(tastes[criterion] + move, -Limit, ceiling);
        }
    }

    private static int Step(int hundredths, double drift) => (int)Math.Round(hundredths * drift * Hundredth, MidpointRounding.ToEven);
}
