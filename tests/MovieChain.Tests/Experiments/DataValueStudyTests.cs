using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Tests.Experiments;

public sealed class DataValueStudyTests
{
    private static readonly DataValue _study = SmallStudies.Value(SmallStudies.Market);

    private static DataValuePoint Point => _study.Points[0];

    [Fact]
    public void Every_coalition_of_owners_is_run_and_everybody_reads_its_owners()
    {
        Assert.All(Point.Replications, replication => Assert.Equal(8, replication.Outcomes.Length));
        for (var coalition = 0; coalition < 8; coalition++)
        {
            var access = DataValueStudy.AccessOf(coalition, 3);
            for (var reader = 0; reader < 3; reader++)
            {
                Assert.Equal(Enumerable.Range(0, 3).Where(owner => owner == reader || (coalition & (1 << owner)) != 0), access.ReadBy(reader));
            }
        }
    }

    [Fact]
    public void Nobody_sharing_is_own_and_everybody_sharing_is_all()
    {
        var regimes = SmallStudies.Compare(SmallStudies.Under(SmallStudies.Market, AccessRule.Own(3), AccessRule.All(3))).Replications;

        Assert.Equal(
            SmallStudies.Profits(regimes),
            SmallStudies.Profits([.. Point.Replications.Select(replication => replication with { Outcomes = [replication.Outcomes[0], replication.Outcomes[^1]] })]));
    }

    [Fact]
    public void The_Shapley_values_add_up_to_the_gain_of_all_sharing_over_none()
    {
        Assert.InRange(Point.LargestError, 0, 1e-8);
        Assert.Equal(Point.Total.Mean, Point.Owners.Sum(owner => owner.Mean), 8);
        Assert.Equal(Point.Total.Mean, Point.Beneficiaries.Sum(beneficiary => beneficiary.Mean), 8);
        Assert.Equal(Point.Total.Mean, Point.ProfitOfAll - Point.ProfitOfNone, 8);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Point.Owners[i].Mean, Point.Matrix[i].Sum(cell => cell.Mean), 8);
            Assert.Equal(Point.Beneficiaries[i].Mean, Point.Matrix.Sum(row => row[i].Mean), 8);
        }

        Assert.Equal(Point.Matrix[0][0].Mean + Point.Matrix[1][1].Mean + Point.Matrix[2][2].Mean, Point.Themselves.Mean, 8);
    }

    [Fact]
    public void With_two_owners_a_cell_is_the_mean_of_both_ways_to_come_in()
    {
        var two = SmallStudies.Market with { Providers = SmallStudies.Market.Providers[..2], Access = AccessRule.Own(2) };
        var point = SmallStudies.Value(two).Points[0];

        for (var beneficiary = 0; beneficiary < 2; beneficiary++)
        {
            var expected = point.Replications.Average(replication =>
            {
                var profits = replication.Outcomes.Select(outcome => (double)outcome.Providers[beneficiary].Profits.Sum(profit => profit.Units)).ToList();
                return (profits[0b01] - profits[0b00] + profits[0b11] - profits[0b10]) / 2;
            });
            Assert.Equal(expected, point.Matrix[0][beneficiary].Mean, 8);
        }
    }

    [Fact]
    public void Where_slates_are_made_without_records_records_are_worth_exactly_nothing()
    {
        var point = SmallStudies.Value(SmallStudies.Market with { Recommender = Named.Recommender("random") }).Points[0];
        Assert.All(point.Matrix.SelectMany(row => row).Append(point.Total), cell => Assert.Equal((0, 0, 0), (cell.Mean, cell.Low, cell.High)));
    }

    [Fact]
    public void What_a_permission_is_worth_is_profit_by_permissions_more()
    {
        var sweep = Consents(1, 0.4, 0);
        var points = SmallStudies.Value(SmallStudies.Market, sweep: sweep).Points;

        Assert.Equal([1, 0.4, 0], points.Select(point => point.Setting!.Value));
        Assert.Equal([24, 0], [points[0].Consenting, points[2].Consenting]);
        Assert.Null(points[2].Permission);
        var expected = points[0].Replications.Zip(points[1].Replications, (all, some) =>
            (Profit(all.Outcomes[^1]) - Profit(some.Outcomes[^1])) / (24 - some.Outcomes[0].Providers.Sum(provider => provider.Consenting))).Average();
        Assert.Equal(expected, points[0].Permission!.Value.Mean, 8);
        Assert.Equal(points[1].ProfitOfAll - points[2].ProfitOfAll, points[1].Replications.Zip(points[2].Replications, (some, none) => Profit(some.Outcomes[^1]) - Profit(none.Outcomes[^1])).Average(), 6);
    }

    [Fact]
    public void The_order_of_the_sweep_does_not_matter()
    {
        var forth = SmallStudies.Value(SmallStudies.Market, sweep: Consents(0.4, 1)).Points;
        var back = SmallStudies.Value(SmallStudies.Market, sweep: Consents(1, 0.4)).Points;

        Assert.Equal(forth[1].Permission, back[0].Permission);
        Assert.Equal(forth[1].Total, back[0].Total);
        Assert.Null(forth[0].Permission);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_values() =>
        Assert.Equal(Numbers(SmallStudies.Value(SmallStudies.Market, threads: 1)), Numbers(SmallStudies.Value(SmallStudies.Market, threads: 5)));

    [Fact]
    public void More_providers_than_can_be_run_in_all_coalitions_are_refused()
    {
        var nine = SmallStudies.Market with { Providers = [.. Enumerable.Range(0, 9).Select(i => new ProviderPlan($"P{i}", 1))], Access = AccessRule.Own(9) };
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallStudies.Value(nine));
    }

    private static Sweep Consents(params double[] consents) =>
        new("consent", [.. consents.Select(consent => (consent, SmallStudies.Market with { Consent = consent }))]);

    private static double Profit(Outcome outcome) => outcome.Providers.Sum(provider => provider.Profits.Sum(profit => profit.Units));

    private static List<Estimate> Numbers(DataValue study) => [.. study.Points[0].Matrix.SelectMany(row => row), .. study.Points[0].Owners, study.Points[0].Total];
}
