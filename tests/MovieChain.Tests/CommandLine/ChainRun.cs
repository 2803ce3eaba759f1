using MovieChain.Ledger;
using MovieChain.Simulation;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

/// <summary>A small run whose chain is kept in a file.</summary>
internal static class ChainRun
{
    /// <summary>The run's options, up to the number of weeks.</summary>
    public const string Words = "--customers 3 --films 12 --difficulty 2 --no-progress --weeks";

    private static readonly Lazy<Task<byte[]>> _threeWeeks = new(async () =>
    {
        using var folder = new ChainFolder();
        (await RunAsync(folder, "3")).AssertSucceeded();
        return File.ReadAllBytes(folder.Path);
    });

    /// <summary>When a file was last written that is not to be written again.</summary>
    public static DateTime LongAgo { get; } = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    /// <summary>The file of a run of three weeks.</summary>
    public static Task<byte[]> ThreeWeeks => _threeWeeks.Value;

    /// <summary>The options that <see cref="Words"/> asks for.</summary>
    public static SimulationOptions Options(int weeks)
    {
        var plain = new SimulationOptions();
        return plain with
        {
            Weeks = weeks,
            Films = 12,
            Difficulty = new Difficulty(2),
            Providers = [.. plain.Providers.Select(provider => provider with { Customers = 3 })],
        };
    }

    public static Task<Invocation> RunAsync(ChainFolder folder, string weeksAndMore) =>
        Invocation.RunAsync([.. Words.Split(' '), .. weeksAndMore.Split(' '), "--chain", folder.Path]);

    public static void AssertOneLine(Invocation invocation, int exitCode, params string[] said)
    {
        Assert.Equal((exitCode, ""), (invocation.ExitCode, invocation.Output));
        Assert.Equal(1, invocation.Error.Count(letter => letter == '\n'));
        Assert.All(said, text => Assert.Contains(text, invocation.Error, StringComparison.Ordinal));
    }

    public static void AssertUntouched(ChainFolder folder, byte[] file)
    {
        Assert.Equal(file, File.ReadAllBytes(folder.Path));
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(folder.Path));
    }
}
