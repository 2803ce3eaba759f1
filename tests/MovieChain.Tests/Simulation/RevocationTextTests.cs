using CsCheck;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

public sealed class RevocationTextTests
{
    [Theory]
    [InlineData("0.5@10", 0.5, 10)]
    [InlineData("0@1", 0, 1)]
    [InlineData("1@520", 1, 520)]
    [InlineData("2.5e-1@3", 0.25, 3)]
    public void A_fraction_and_a_week_are_read(string text, double fraction, int week) =>
        Assert.Equal(new Revocation(fraction, new Week(week)), Revocation.TryParse(text));

    [Fact]
    public void What_is_written_is_read_again() => Gen.Select(Gen.Double[0, 1], Gen.Int[1, 520]).Sample((fraction, week) =>
        Assert.Equal(new Revocation(fraction, new Week(week)), Revocation.TryParse(new Revocation(fraction, new Week(week)).ToString())));

    [Fact]
    public void Nothing_throws_on_noise() => Gen.String[0, 12].Sample(text => Assert.True(Revocation.TryParse(text) is null or { Fraction: >= 0 and <= 1 }));
}
