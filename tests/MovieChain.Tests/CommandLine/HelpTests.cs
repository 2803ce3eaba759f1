using System.Text.RegularExpressions;

namespace MovieChain.Tests.CommandLine;

public sealed partial class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task The_help_shows_options_examples_and_exit_codes(string option)
    {
        var help = (await Invocation.RunAsync(option)).AssertSucceeded();

        Assert.Contains("--weeks <1..520>", help, StringComparison.Ordinal);
        Assert.Contains("[default: notebook]", help, StringComparison.Ordinal);
        Assert.Contains("dotnet run -- --weeks 20 --difficulty 8", help, StringComparison.Ordinal);
        Assert.Contains("0 success, 1 internal error, 2 invalid input, 3 file cannot be read or written, 4 chain not valid, 130 interrupted", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_of_an_example_is_in_the_list_of_options()
    {
        var help = (await Invocation.RunAsync("--help")).AssertSucceeded();
        var parts = help.Split("Examples:");
        Assert.Equal(2, parts.Length);

        var used = OptionName().Matches(parts[1]).Select(match => match.Value).Distinct().ToList();

        Assert.True(used.Count >= 5);
        Assert.All(used, option => Assert.Contains($"  {option} ", parts[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--access all --customers 20 --seed 7")]
    [InlineData("--access Hulu:Netflix,Prime:Netflix")]
    [InlineData("--recommender oracle")]
    public async Task The_examples_run(string example)
    {
        var help = (await Invocation.RunAsync("--help")).AssertSucceeded();
        Assert.Contains($"dotnet run -- {example} ", help, StringComparison.Ordinal);

        // Kept short: one week, and few customers where the example does not say how many.
        var small = example.Contains("--customers", StringComparison.Ordinal) ? "--weeks 1" : "--weeks 1 --customers 5";
        (await Invocation.RunAsync($"{example} {small} --no-progress")).AssertSucceeded();
    }

    [Fact]
    public async Task The_version_is_one_line() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", (await Invocation.RunAsync("--version")).AssertSucceeded());

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex OptionName();
}
