using MovieChain.Reporting;
using MovieChain.Reporting.Runs;

namespace MovieChain.Tests.Reporting;

public sealed class ProviderSummaryTests
{
    [Fact]
    public void Sums_run_over_all_weeks_of_the_provider_itself()
    {
        var hulu = ProviderSummary.Of(HandMade.ThreeProviders)[1];

        Assert.Equal("Hulu", hulu.Name);
        Assert.Equal("Netflix, Hulu", string.Join(", ", hulu.Reads));
        Assert.Equal(50, hulu.Customers);
        Assert.Equal(1500, hulu.Offered);
        Assert.Equal(350, hulu.Bought);
        Assert.Equal(new Money(1400), hulu.Profit);
        Assert.Equal(new Money(6000), hulu.OracleProfit);
        Assert.Equal(new Money(1300), hulu.RandomProfit);
        Assert.Equal(new Money(1800), hulu.PopularProfit);
        Assert.Equal(new Money(101_400), hulu.Balance);
        Assert.Equal(1400 / 150.0, hulu.TakingsPerMemberWeek, 12);
    }

    [Theory]
    [InlineData(1, 4, 0.25)]
    [InlineData(0, 4, 0.0)]
    [InlineData(4, 4, 1.0)]
    [InlineData(0, 0, null)]
    public void A_share_of_nothing_is_none(long part, long whole, double? share) =>
        Assert.Equal(share, Share.Of(new Money(part), new Money(whole)));
}
