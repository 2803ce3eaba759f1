using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>The right to be forgotten: members who take their consent back.</summary>
internal static class ConsentWithdrawal
{
    /// <summary>The population after a fraction of those who consent has withdrawn.</summary>
    /// <param name="population">The members.</param>
    /// <param name="fraction">The fraction, 0 to 1.</param>
    /// <param name="streams">The simulation's chance.</param>
    public static Population Apply(Population population, double fraction, RandomStreams streams)
    {
        var consenting = Enumerable.Range(0, population.Count).Where(population.Consents).Select(population.Id);
        return population.WithoutConsentOf(Choose(consenting, fraction, streams).Select(member => member.Number));
    }

    /// <summary>Those of a provider's members who withdraw. Whoever withdraws at a fraction withdraws at every higher one.</summary>
    /// <param name="consenting">The members who consent.</param>
    /// <param name="fraction">The fraction of them, 0 to 1, rounded to a whole number of members (halves up).</param>
    /// <param name="streams">The simulation's chance.</param>
    public static IEnumerable<MemberId> Choose(IEnumerable<MemberId> consenting, double fraction, RandomStreams streams)
    {
        var members = consenting.ToList();

        // In binary 0.35 of 90 is less than 31.5.
        var count = (int)Math.Round((decimal)fraction * members.Count, MidpointRounding.AwayFromZero);
        return members.OrderBy(member => streams.For(StreamPurpose.Withdrawal, member).NextDouble()).Take(count);
    }
}
