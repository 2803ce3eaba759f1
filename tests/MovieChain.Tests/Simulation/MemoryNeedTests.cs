using MovieChain.Exchange;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

public sealed class MemoryNeedTests
{
    private static readonly SimulationOptions _two = new()
    {
        Weeks = 10,
        Slate = 5,
        Consent = 0.5,
        Rank = 4,
        Providers = [new("A", 100), new("B", 300)],
        Access = AccessRule.Notebook(2),
    };

    [Fact]
    public void The_need_is_that_of_members_slates_records_and_the_largest_model()
    {
        // 400 members with 84 bytes and 5 offers of 3; 200 records a week of 15 + 16 + 5 lines of 3; A reads 50 members, B 200.
        const double Expected = (400 * (84 + 15)) + (10 * 200 * 46) + (250 * 5 * 8) + (200 * ((5 * 20) + (24 * 4)));

        Assert.Equal(Expected, MemoryNeed.LeastOf(_two));
        Assert.Equal(Expected - (200 * 24 * 4) - (10 * 200 * 16), MemoryNeed.LeastOf(_two with { Recommender = Named.Recommender("popular"), Seal = false }));
    }

    [Fact]
    public void The_records_of_a_run_take_at_least_what_was_foreseen()
    {
        var options = SmallRuns.Options("random", weeks: 3) with { Consent = 1 };
        var more = options with { Weeks = options.Weeks + 1 };

        var lastWeek = SmallRuns.Run(more).Chain.Blocks[^options.Providers.Length..];
        var bytes = lastWeek.Sum(block => block.Records.Encoded.Length + (sizeof(int) * block.Records.Count));

        Assert.InRange(MemoryNeed.LeastOf(more) - MemoryNeed.LeastOf(options), bytes * 0.5, bytes);
    }

    [Theory]
    [InlineData("--weeks 520 --customers 200000 --slate 100", "MovieChain: weeks 520, slate 100, customers 600000 of all providers: a run needs at least ")]
    [InlineData("--weeks 2 --customers 20000 --films 12 --no-seal --recommender random --difficulty 0", "MovieChain: not enough memory\n")]
    public void A_run_that_does_not_fit_into_memory_ends_with_5(string commandLine, string said)
    {
        var (exitCode, output, error) = BuiltProgram.Run(commandLine.Split(' '), "DOTNET_GCHeapHardLimit=0x3000000");

        Assert.Equal((5, ""), (exitCode, output));
        Assert.StartsWith(said, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    [Fact]
    public void The_refusal_names_what_is_needed_and_what_may_be_used()
    {
        var (_, _, error) = BuiltProgram.Run(
            ["compare", "own", "weeks=520", "--customers", "1000000", "--replications", "2"], "DOTNET_GCHeapHardLimit=0x10000000");

        Assert.EndsWith(" GB of memory, and this process may use 0.27 GB\n", error, StringComparison.Ordinal);
    }
}
