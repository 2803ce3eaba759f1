using MovieChain.CommandLine;
using MovieChain.Tests.CommandLine;

namespace MovieChain.Tests;

/// <summary>What the README prints is what the program prints.</summary>
public sealed class ReadmeTests
{
    private static readonly string _readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task The_report_in_the_README_is_that_of_its_command()
    {
        const string Command = "dotnet run --project src -- ";
        var line = _readme.Split('\n').First(line => line.StartsWith(Command, StringComparison.Ordinal));
        var report = (await Invocation.RunAsync(line[Command.Length..])).AssertSucceeded();
        Assert.Contains(report, _readme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("notebook")]
    [InlineData("all")]
    public async Task The_profits_that_the_README_compares_are_those_of_its_commands(string access)
    {
        var command = $"--customers 20 --access {access}";
        Assert.Contains($"-- {command}\n", _readme, StringComparison.Ordinal);
        var report = (await Invocation.RunAsync($"{command} --format json")).AssertSucceeded();
        var column = Array.IndexOf(["own", "notebook", "all"], access) + 2;
        foreach (var provider in System.Text.Json.JsonElement.Parse(report).GetProperty("providers").EnumerateArray())
        {
            var row = _readme.Split('\n').First(line => line.StartsWith($"| {provider.GetProperty("name").GetString()} |", StringComparison.Ordinal));
            Assert.Equal(new Money(provider.GetProperty("profit").GetInt64()).ToString(), row.Split('|')[column].Trim());
        }
    }

    [Fact]
    public void Every_option_is_in_the_README()
    {
        var options = new RunCommand().Create().Options.Select(option => option.Name).Except(["--help", "--version"]);
        Assert.All(options, name => Assert.Contains($"| `{name}` |", _readme, StringComparison.Ordinal));
    }
}
