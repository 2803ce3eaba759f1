using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>The right to be forgotten: members who take their consent back.</summary>
public static class ConsentWithdrawal
{
    /// <summary>The population after a fraction of those who consent has withdrawn. Whoever withdraws at a fraction withdraws at
    /// every higher one.</summary>
    /// <param name="population">The members.</param>
    /// <param name="fraction">The fraction, 0 to 1, of those who consent, rounded to a whole number of members (halves up).</param>
    /// <param name="streams">The simulation's chance.</param>
    public static Population Apply(Population population, double fraction, RandomStreams streams)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(streams);
        var consenting = Enumerable.Range(0, population.Count).Where(population.Consents).ToList();
        var count = (int)Math.Round(fraction * consenting.Count, MidpointRounding.AwayFromZero);
        return population.WithoutConsentOf(consenting.OrderBy(Draw).Take(count));

        double Draw(int member) => streams.For(StreamPurpose.Withdrawal, population.Id(member)).NextDouble();
    }
}
