namespace MovieChain.Tests.CommandLine;

/// <summary>What can be done with a run and its chain can be done where members have several providers.</summary>
public sealed class CompetitionOptionTests : IDisposable
{
    private const string Run =
        "--customers 5 --films 12 --slate 3 --difficulty 2 --no-progress --shared-audience 0.6 --weekly-budget 12 --repeat once --arrivals 2 --revoke 0.4@2";

    private readonly string _folder = Directory.CreateTempSubdirectory("moviechain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_chain_can_be_continued_verified_and_read_by_seed_and_by_keys()
    {
        var (whole, part, keys) = (Path.Combine(_folder, "whole"), Path.Combine(_folder, "part"), Path.Combine(_folder, "keys"));
        (await Invocation.RunAsync([.. Run.Split(' '), "--weeks", "4", "--chain", whole, "--keys", keys])).AssertSucceeded();
        (await Invocation.RunAsync([.. Run.Split(' '), "--weeks", "2", "--chain", part])).AssertSucceeded();
        (await Invocation.RunAsync([.. Run.Split(' '), "--weeks", "4", "--chain", part, "--resume"])).AssertSucceeded();

        var verified = (await Invocation.RunAsync("verify", whole)).AssertSucceeded();
        Assert.Contains(" valid", verified, StringComparison.Ordinal);
        Assert.Equal(verified, (await Invocation.RunAsync("verify", part)).AssertSucceeded());
        foreach (var provider in new[] { "Netflix", "Hulu", "Prime" })
        {
            var bySeed = (await Invocation.RunAsync("show", whole, "--as", provider)).AssertSucceeded();
            Assert.Equal(bySeed, (await Invocation.RunAsync("show", whole, "--as", provider, "--keys", keys)).AssertSucceeded());
        }
    }

    [Fact]
    public async Task The_report_says_by_which_rules_it_came_about()
    {
        var report = System.Text.Json.JsonElement.Parse((await Invocation.RunAsync($"{Run} --weeks 1 --format json")).AssertSucceeded());
        var options = report.GetProperty("options");
        Assert.Equal(0.6, options.GetProperty("sharedAudience").GetDouble());
        Assert.Equal(12, options.GetProperty("weeklyBudget").GetInt32());
        Assert.Equal("once", options.GetProperty("repeat").GetString());
        Assert.Equal(2, options.GetProperty("arrivals").GetInt32());
        Assert.Equal(15, options.GetProperty("regularization").GetDouble());
    }
}
