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
        Assert.Contains("  --weeks 20 --difficulty 8  ", help, StringComparison.Ordinal);
        Assert.Contains("0 success, 1 internal error, 2 invalid input, 3 file cannot be read or written, 4 chain not valid, 5 not enough memory,", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_of_an_example_is_in_the_list_of_options_of_its_command()
    {
        var help = (await Invocation.RunAsync("--help")).AssertSucceeded();
        var parts = help.Split("Examples, each after \"dotnet run --project src -- \":\n");
        Assert.Equal(2, parts.Length);

        var used = new HashSet<string>();
        foreach (Match example in Example().Matches(parts[1].Split("\n\n")[0]))
        {
            var command = example.Groups["command"].Value;
            var options = command.Length == 0 ? parts[0] : (await Invocation.RunAsync($"{command} --help")).AssertSucceeded();
            foreach (Match option in OptionName().Matches(example.Value))
            {
                Assert.Contains($"  {option.Value} ", options, StringComparison.Ordinal);
                used.Add(option.Value);
            }
        }

        Assert.True(used.Count >= 5);
    }

    [Theory]
    [InlineData("--access all --customers 20 --seed 7")]
    [InlineData("--access Hulu:Netflix,Prime:Netflix")]
    [InlineData("--recommender oracle")]
    [InlineData("compare own notebook")]
    [InlineData("value --consent 1,0.5,0")]
    [InlineData("--scenario scenarios/two.json --format csv")]
    public async Task The_examples_run(string example)
    {
        var help = (await Invocation.RunAsync("--help")).AssertSucceeded();
        Assert.Contains($"\n  {example}  ", help, StringComparison.Ordinal);

        // Kept short: one week, and few customers where the example does not say how many.
        var small = example.Contains("--customers", StringComparison.Ordinal) ? "--weeks 1" : "--weeks 1 --customers 5";
        var few = example.StartsWith("--", StringComparison.Ordinal) ? "" : "--replications 2";
        var words = $"{example} {small} {few} --no-progress".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (await Invocation.RunAsync([.. words.Select(word => word.StartsWith("scenarios/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word)]))
            .AssertSucceeded();
    }

    [Fact]
    public async Task The_version_is_one_line() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", (await Invocation.RunAsync("--version")).AssertSucceeded());

    [GeneratedRegex("^  (?<command>[a-z]*)[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex OptionName();
}
