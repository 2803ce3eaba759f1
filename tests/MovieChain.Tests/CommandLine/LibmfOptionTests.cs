using MovieChain.Exchange.Sealing;
using MovieChain.Learning;
using MovieChain.Ledger;
using MovieChain.Simulation;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

/// <summary>The recommender on a package that not every registry holds: where it was not built in, it is refused and nothing else is.</summary>
public sealed class LibmfOptionTests : IDisposable
{
    private const string HowToBuildItIn = "recommender libmf: not built in; build with \"dotnet run --project src -p:UseLibMF=true -- --recommender libmf\"";

    private readonly ChainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_a_choice_exactly_where_it_was_built_in()
    {
        var choices = string.Join(", ", Recommenders.Names);
        Assert.Equal(LibmfSupport.IsBuiltIn, choices.EndsWith(", libmf", StringComparison.Ordinal));
        (await Invocation.RunAsync("--recommender none")).AssertRefused($"--recommender none: must be one of {choices}\n");
    }

    [Fact]
    public async Task On_the_command_line_it_is_refused_with_how_to_build_it_in_and_no_file_is_begun()
    {
        AssertRefusedOrDone(await ChainRun.RunAsync(_folder, "1 --recommender libmf"));
        Assert.Equal(LibmfSupport.IsBuiltIn, File.Exists(_folder.Path));
    }

    [Fact]
    public async Task In_a_scenario_it_is_refused_with_how_to_build_it_in()
    {
        using var scenario = new ScenarioFolder();
        AssertRefusedOrDone(await scenario.RunAsync("""{ "recommender": "libmf", "weeks": 1, "customers": 3, "films": 12 }"""));
    }

    [Fact]
    public async Task A_chain_that_was_begun_with_it_can_be_read_without_it_but_not_continued()
    {
        var options = ChainRun.Options(1) with { Recommender = Named.Recommender("libmf") };
        var secrets = new SimulatedSecrets((ulong)options.Seed);
        _folder.Write(Chain.Begin(
            GenesisStatement.RulesOf(options, secrets), GenesisStatement.Of(options), secrets.SigningKey(ProviderId.At(0)), new Miner(new Workers(1))).Blocks);

        (await Invocation.RunAsync("verify", _folder.Path)).AssertSucceeded();
        (await Invocation.RunAsync("show", _folder.Path, "--as", "Hulu")).AssertSucceeded();
        (await ChainRun.RunAsync(_folder, "1 --resume")).AssertRefused("the chain was begun with recommender libmf, not mf");
        AssertRefusedOrDone(await ChainRun.RunAsync(_folder, "1 --resume --recommender libmf"));
    }

    private static void AssertRefusedOrDone(Invocation run)
    {
        if (LibmfSupport.IsBuiltIn)
        {
            run.AssertSucceeded();
        }
        else
        {
            run.AssertRefused(HowToBuildItIn);
        }
    }
}
