using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>Withdrawal of consent (the right to be forgotten).</summary>
internal static class ConsentWithdrawal
{
    /// <summary>The population after <paramref name="fraction"/> (0 to 1) of the consenting members withdraw.</summary>
    public static Population Apply(Population population, double fraction, RandomStreams streams)
    {
        var consenting = Enumerable.Range(0, population.Count).Where(population.Consents).Select(population.Id);
        return population.WithoutConsentOf(Choose(consenting, fraction, streams).Select(member => member.Number));
    }

    /// <summary>Chooses the members who withdraw. A higher fraction chooses the same members and more.</summary>
    /// <param name="consenting">All consenting members of a provider.</param>
    /// <param name="fraction">The fraction of them, 0 to 1, rounded to a whole number of members (halves up).</param>
    /// <param name="streams">Random streams.</param>
    public static IEnumerable<MemberId> Choose(IEnumerable<MemberId> consenting, double fraction, RandomStreams streams)
    {
        var members = consenting.ToList();

        // Decimal, because 0.35 × 90 is below 31.5 in binary floating point.
        var count = (int)Math.Round((decimal)fraction * members.Count, MidpointRounding.AwayFromZero);
        return members.OrderBy(member => streams.For(StreamPurpose.Withdrawal, member).NextDouble()).Take(count);
    }
}
