using System.Text.Json;

namespace MovieChain.Tests.CommandLine;

/// <summary>Every figure of a study's report can be computed again from the replications in its JSON document.</summary>
public sealed class StudyFiguresTests
{
    private const string Small = "--replications 4 --weeks 6 --customers 4 --films 20 --slate 3 --no-progress --format json";

    /// <summary>The quantile of Student's t for 97.5 % and 3 degrees of freedom.</summary>
    private const double Quantile = 3.182446305284263;

    [Fact]
    public async Task Figures_of_a_comparison_are_those_of_its_replications()
    {
        var report = await ReportAsync($"compare own all recommender=popular {Small}");
        foreach (var comparison in List(report, "comparisons"))
        {
            foreach (var horizon in List(comparison, "horizons").Prepend(comparison))
            {
                var providers = List(horizon, "providers");
                Assert.All(providers, AssertRow);
                AssertRow(horizon.GetProperty("total"));
                foreach (var name in (string[])["a", "b", "randomA", "oracleA", "randomB", "oracleB"])
                {
                    var sums = providers.Select(provider => Values(provider, "pairs", name)).Aggregate((sum, values) => [.. sum.Zip(values, (left, right) => left + right)]);
                    Assert.Equal(sums, Values(horizon.GetProperty("total"), "pairs", name));
                }
            }
        }

        foreach (var overlap in List(report, "overlaps"))
        {
            var replications = List(overlap, "replications").Select(replication => Numbers(replication, "byRegime")).ToList();
            Assert.Equal(4, replications.Count);
            Assert.All(Numbers(overlap, "byRegime").Index(), mean => Assert.Equal(replications.Average(values => values[mean.Index]), mean.Item, 12));
        }

        Assert.All(
            List(report, "regimes").SelectMany(regime => List(regime, "providers")),
            provider => Assert.All(Numbers(provider, "consenting"), consenting => Assert.InRange(consenting, 0, 4)));
    }

    [Fact]
    public async Task The_first_and_last_weeks_of_a_replication_are_those_of_a_run_with_its_seed()
    {
        var comparison = List(await ReportAsync($"compare own recommender=popular {Small}"), "comparisons")[0];
        var pair = List(List(comparison, "horizons")[1], "providers")[2].GetProperty("pairs")[3];

        var run = await ReportAsync($"--access own --recommender popular --seed {pair.GetProperty("seed").GetInt64()} --difficulty 0 {Small["--replications 4 ".Length..]}");

        var last = List(List(run, "providers")[2], "weeks")[1..];
        Assert.Equal(
            (last.Sum(week => Number(week, "profit")), last.Sum(week => Number(week, "randomProfit")), last.Sum(week => Number(week, "oracleProfit"))),
            (Number(pair, "b"), Number(pair, "randomB"), Number(pair, "oracleB")));
    }

    [Fact]
    public async Task Figures_of_coalitions_are_those_of_their_replications()
    {
        var points = List(await ReportAsync($"value --consent 1,0.3 {Small}"), "points");
        foreach (var point in points)
        {
            var replications = List(point, "replications");
            Assert.Equal(replications.Average(replication => Numbers(replication, "consenting").Sum()), Number(point, "consenting"), 9);
            Assert.Equal(replications.Average(replication => Sum(replication, ^1)), Number(point, "profitOfAll"), 9);
            Assert.Equal(replications.Average(replication => Sum(replication, 0)), Number(point, "profitOfNone"), 9);
            AssertEstimate([.. replications.Select(replication => Sum(replication, ^1) - Sum(replication, 0))], point.GetProperty("total"));
            var owners = List(point, "owners");
            for (var owner = 0; owner < 3; owner++)
            {
                for (var beneficiary = 0; beneficiary < 3; beneficiary++)
                {
                    AssertEstimate([.. replications.Select(replication => Shapley(replication, owner, beneficiary))], List(owners[owner], "adds")[beneficiary]);
                }
            }

            AssertEstimate([.. replications.Select(replication => Enumerable.Range(0, 3).Sum(owner => Shapley(replication, owner, owner)))], point.GetProperty("themselves"));
        }

        var (all, few) = (List(points[0], "replications"), List(points[1], "replications"));
        AssertEstimate(
            [.. all.Zip(few, (more, less) => (Sum(more, ^1) - Sum(less, ^1)) / (Numbers(more, "consenting").Sum() - Numbers(less, "consenting").Sum()))],
            points[0].GetProperty("permission"));
    }

    private static void AssertRow(JsonElement row)
    {
        var (a, b) = (Values(row, "pairs", "a"), Values(row, "pairs", "b"));
        List<double> differences = [.. b.Zip(a, (other, baseline) => other - baseline)];
        Assert.Equal(4, differences.Count);
        Assert.Equal(differences, Values(row, "pairs", "difference"));
        Assert.Equal((a.Average(), b.Average()), (Number(row, "meanA"), Number(row, "meanB")));
        Assert.Equal(differences.Average(), Number(row, "difference"), 9);
        var halfWidth = Quantile * Math.Sqrt(Variance(differences) / 4);
        Assert.Equal(differences.Average() - halfWidth, Number(row, "low"), 6);
        Assert.Equal(differences.Average() + halfWidth, Number(row, "high"), 6);
        Assert.Equal(100 * differences.Average() / a.Average(), Number(row, "percent"), 9);
        Assert.All((string[])["randomA", "oracleA", "randomB", "oracleB"], name => Assert.Equal(Values(row, "pairs", name).Average(), Number(row, name), 9));

        // A ratio of means.
        Assert.Equal(differences.Average() / (Values(row, "pairs", "oracleA").Average() - a.Average()), Number(row, "gapClosed"), 9);
        Assert.Equal((Variance(a) + Variance(b)) / Variance(differences), Number(row, "varianceRatio"), 6);
    }

    private static void AssertEstimate(List<double> values, JsonElement estimate)
    {
        var halfWidth = Quantile * Math.Sqrt(Variance(values) / values.Count);
        Assert.Equal(values.Average(), Number(estimate, "mean"), 9);
        Assert.Equal(values.Average() - halfWidth, Number(estimate, "low"), 6);
        Assert.Equal(values.Average() + halfWidth, Number(estimate, "high"), 6);
    }

    /// <summary>What an owner adds to a beneficiary's profit, over all six orders in which three owners can join.</summary>
    private static double Shapley(JsonElement replication, int owner, int beneficiary)
    {
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        var coalitions = List(replication, "coalitions");
        return orders.Average(order =>
        {
            var before = order.TakeWhile(player => player != owner).Sum(player => 1 << player);
            return Numbers(coalitions[before | (1 << owner)], "profits")[beneficiary] - Numbers(coalitions[before], "profits")[beneficiary];
        });
    }

    private static double Sum(JsonElement replication, Index coalition) => Numbers(List(replication, "coalitions")[coalition], "profits").Sum();

    private static double Variance(List<double> values) => values.Sum(value => (value - values.Average()) * (value - values.Average())) / (values.Count - 1);

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static List<double> Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static List<double> Values(JsonElement element, string list, string name) => [.. List(element, list).Select(item => Number(item, name))];

    private static List<JsonElement> List(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray()];

    private static async Task<JsonElement> ReportAsync(string command) => JsonElement.Parse((await Invocation.RunAsync(command)).AssertSucceeded());
}
