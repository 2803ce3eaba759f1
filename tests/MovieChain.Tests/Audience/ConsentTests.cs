using MovieChain.Simulation;

namespace MovieChain.Tests.Audience;

public sealed class ConsentTests
{
    private const int Count = 10_000;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, Count)]
    public void Nobody_consents_at_zero_and_everybody_at_one(double consent, int expected)
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            Assert.Equal(expected, Consenting(seed, consent).Count);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    public void About_the_given_fraction_consents(double consent) =>
        Assert.InRange(Consenting(seed: 1, consent).Count / (double)Count, consent - 0.025, consent + 0.025);

    [Fact]
    public void About_nine_in_ten_consent_by_default() =>
        Assert.InRange(Consenting(seed: 1, new SimulationOptions().Consent).Count / (double)Count, 0.885, 0.915);

    [Fact]
    public void Whoever_consents_at_a_fraction_consents_at_every_higher_one()
    {
        var fewer = Consenting(seed: 2, consent: 0);
        for (var twentieths = 1; twentieths <= 20; twentieths++)
        {
            var more = Consenting(seed: 2, twentieths / 20.0);
            Assert.ProperSuperset(fewer, more);
            fewer = more;
        }
    }

    [Fact]
    public void The_consent_fraction_changes_nothing_else_about_the_people() => Assert.Equal(
        Members.DescribeCharacters(Members.Draw(seed: 3, count: 300, consent: 0.2)),
        Members.DescribeCharacters(Members.Draw(seed: 3, count: 300, consent: 0.8)));

    private static HashSet<int> Consenting(ulong seed, double consent)
    {
        var population = Members.Draw(seed, Count, consent: consent);
        return [.. Enumerable.Range(0, population.Count).Where(population.Consents)];
    }
}
