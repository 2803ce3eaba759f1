using System.Text.Json;
using MovieChain.CommandLine.Studies;
using MovieChain.Tests.Reporting;

namespace MovieChain.Tests.CommandLine;

public sealed class CompareTests
{
    /// <summary>Cheap, and of more weeks than the first five.</summary>
    private const string Small = "--replications 2 --weeks 6 --customers 4 --films 20 --slate 3 --no-progress";

    [Theory]
    [InlineData("", "compare: must be given two regimes or more", "own, notebook, all, pairs READER:OWNER", "NAME=VALUE")]
    [InlineData("own", "compare own: must be given two regimes or more")]
    [InlineData("own foo", "regime 'foo': 'foo' must be own, notebook, all, pairs READER:OWNER, a scenario file (FILE.json) or settings NAME=VALUE")]
    [InlineData("own all+", "regime 'all+': '' must be own, notebook, all")]
    [InlineData("own own", "regime 'own': is the same as 'own', so that there is nothing to compare")]
    [InlineData("own OWN", "regime 'OWN': is the same as 'own'")]
    [InlineData("notebook Prime:Hulu,Prime:Netflix,Hulu:Netflix", "is the same as 'notebook'")]
    [InlineData("own all access=own", "regime 'access=own': is the same as 'own'")]
    [InlineData("notebook rank=16", "regime 'rank=16': is the same as 'notebook'")]
    [InlineData("own own+difficulty=3", "regime 'own+difficulty=3': is the same as 'own'")]
    [InlineData("own Hulu:Nobody", "regime 'Hulu:Nobody': ", "there is no provider 'Nobody'; there are Netflix, Hulu, Prime")]
    [InlineData("own recommender=foo", "regime 'recommender=foo': recommender foo: must be one of mf, popular, random, oracle")]
    [InlineData("own recommender=1", "recommender 1: must be one of mf")]
    [InlineData("own rank=0", "regime 'rank=0': rank 0: must be a whole number from 1 to 256")]
    [InlineData("own rank=abc", "rank abc: must be a whole number from 1 to 256")]
    [InlineData("own consent=NaN", "consent NaN: must be a number from 0 to 1")]
    [InlineData("own consent=", "consent '': must be a number from 0 to 1")]
    [InlineData("own seal=1", "seal 1: must be true or false")]
    [InlineData("own foo=3", "regime 'foo=3': there is no setting 'foo'; the settings are weeks, ", "sharedAudience")]
    [InlineData("own providers=3", "there is no setting 'providers'")]
    [InlineData("own seed=3", "regime 'seed=3': the seed is the study's, not a regime's: give it as --seed")]
    [InlineData("own own+all", "regime 'own+all': says access twice")]
    [InlineData("own rank=3+rank=4", "says rank twice")]
    [InlineData("own weeks=3", "regime 'weeks=3': weeks 3: must be the 20 weeks of 'own'")]
    [InlineData("own slate=200", "regime 'slate=200': slate 200: must be a whole number from 1 to 100")]
    [InlineData("own all --replications 1", "--replications 1: must be a whole number from 2 to 10000")]
    [InlineData("own all --replications 10001", "--replications 10001: must be a whole number from 2 to 10000")]
    [InlineData("own all --half-width 5", "--half-width 5: must be a percentage from 0.1% to 100%, such as 5%")]
    [InlineData("own all --half-width 0%", "--half-width 0%: must be a percentage from 0.1% to 100%")]
    [InlineData("own all --half-width 101%", "--half-width 101%: must be a percentage")]
    [InlineData("own all --half-width x%", "--half-width x%: must be a percentage")]
    [InlineData("own all --interval z", "--interval z: must be one of t, bca")]
    [InlineData("own all --interval 1", "--interval 1: must be one of t, bca")]
    [InlineData("own all --threads 0", "--threads 0: must be a whole number from 1 to 1024")]
    [InlineData("own all --format xml", "--format xml: must be one of table, csv, json")]
    [InlineData("own all --weeks 0", "--weeks 0: must be a whole number from 1 to 520")]
    [InlineData("own all --recommender oracle --tune", "--tune: no regime has a recommender with settings to tune")]
    [InlineData("own recommender=popular+rank=8", "regime 'recommender=popular+rank=8': rank 8: has no effect with recommender popular, only with mf")]
    [InlineData("rank=8 rank=32 --recommender hybrid", "regime 'rank=8': rank 8: has no effect with recommender hybrid, only with mf")]
    [InlineData("own all --recommender random --regularization 3", "regularization 3: has no effect with recommender random, only with mf")]
    [InlineData("recommender=random recommender=popular --rank 8", "rank 8: has no effect with recommender random or popular, only with mf")]
    [InlineData("own all --difficulty 3", "'--difficulty'")]
    public async Task What_cannot_be_compared_is_refused_in_one_line(string arguments, params string[] said) =>
        (await Invocation.RunAsync($"compare {arguments}")).AssertRefused(said);

    [Theory]
    [InlineData("a.json+b.json", "regime 'a.json+b.json': scenario a.json: ")]
    [InlineData("no/such", "regime 'no/such': scenario no/such: ")]
    public async Task A_regime_whose_file_cannot_be_read_ends_with_3(string regime, string said) =>
        (await Invocation.RunAsync("compare", "own", regime)).AssertFailed(3, said);

    [Fact]
    public async Task More_than_sixteen_regimes_are_refused() =>
        (await Invocation.RunAsync($"compare {string.Join(' ', Enumerable.Range(1, 17).Select(rank => $"rank={rank}"))}"))
            .AssertRefused("compare: 17 regimes are given, must be at most 16");

    [Fact]
    public async Task An_option_before_the_command_is_refused() =>
        (await Invocation.RunAsync("--weeks 3 compare own all")).AssertRefused("--weeks: options of compare come after it");

    [Fact]
    public void A_placebo_that_is_not_zero_is_a_fault_of_the_program()
    {
        using var error = new StringWriter { NewLine = "\n" };

        Assert.Equal(0, CompareCommand.Check(HandMadeStudies.ThreeRegimes, error));
        Assert.Equal("", error.ToString());
        Assert.Equal(1, CompareCommand.Check(HandMadeStudies.Broken, error));
        Assert.Equal("MovieChain: internal error: a placebo is not 0: [red]\"A\"[/] under '[bold]?[2J.json', all weeks\n", error.ToString());
    }

    [Fact]
    public async Task JSON_has_the_regimes_with_their_options_and_every_pair()
    {
        var report = JsonElement.Parse((await Invocation.RunAsync($"compare own notebook recommender=popular+all --seed 3 --format json {Small}")).AssertSucceeded());

        Assert.Equal((3, 2), (report.GetProperty("study").GetProperty("seed").GetInt32(), report.GetProperty("study").GetProperty("replications").GetInt32()));
        var regimes = report.GetProperty("regimes").EnumerateArray().ToList();
        Assert.Equal(["own", "notebook", "recommender=popular+all"], regimes.Select(regime => regime.GetProperty("name").GetString()));
        Assert.Equal(["mf", "mf", "popular"], regimes.Select(regime => regime.GetProperty("options").GetProperty("recommender").GetString()));
        var comparisons = report.GetProperty("comparisons").EnumerateArray().ToList();
        Assert.Equal(["notebook", "recommender=popular+all"], comparisons.Select(comparison => comparison.GetProperty("regime").GetString()));
        Assert.Equal(["first 5 weeks", "last 5 weeks"], comparisons[0].GetProperty("horizons").EnumerateArray().Select(horizon => horizon.GetProperty("horizon").GetString()));
        var netflix = comparisons[0].GetProperty("providers")[0];
        Assert.True(netflix.GetProperty("placebo").GetBoolean());
        Assert.All(netflix.GetProperty("pairs").EnumerateArray(), pair => Assert.Equal(0, pair.GetProperty("difference").GetInt64()));
        Assert.False(comparisons[1].GetProperty("providers")[0].GetProperty("placebo").GetBoolean());
        Assert.Equal(3, report.GetProperty("overlaps").GetArrayLength());
    }

    [Fact]
    public async Task A_pair_is_what_a_run_with_its_seed_earns()
    {
        var csv = (await Invocation.RunAsync($"compare own all --format csv {Small}")).AssertSucceeded().TrimEnd('\n').Split('\n');

        Assert.Equal("replication,seed,baseline,regime,provider,profitA,profitB,difference,oracleA,oracleB,randomA,randomB,placebo,studySeed,weeks,customers,films,slate,accessA,accessB", csv[0]);
        Assert.Equal(1 + (2 * 3), csv.Length);
        Assert.EndsWith(",1,6,4,20,3,own,\"Netflix:Hulu,Netflix:Prime,Hulu:Netflix,Hulu:Prime,Prime:Netflix,Prime:Hulu\"", csv[^1], StringComparison.Ordinal);
        var row = csv[^1].Split(',');
        foreach (var (regime, column) in (IEnumerable<(string, int)>)[("own", 5), ("all", 6)])
        {
            var run = JsonElement.Parse((await Invocation.RunAsync(
                $"--access {regime} --seed {row[1]} --weeks 6 --customers 4 --films 20 --slate 3 --difficulty 0 --no-progress --format json")).AssertSucceeded());
            Assert.Equal(row[column], run.GetProperty("providers")[2].GetProperty("profit").GetRawText());
        }
    }

    [Fact]
    public async Task The_table_says_in_words_what_can_be_said()
    {
        var table = (await Invocation.RunAsync($"compare own notebook --interval bca --half-width 50% --threads 1 {Small}")).AssertSucceeded();

        Assert.Contains("B notebook against A own: all weeks", table, StringComparison.Ordinal);
        Assert.Contains("placebo, exactly 0", table, StringComparison.Ordinal);
        Assert.Contains("2 of 2 at most, until every interval's half-width is 50 % or less", table, StringComparison.Ordinal);
        Assert.Contains("(BCa)", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }
}
