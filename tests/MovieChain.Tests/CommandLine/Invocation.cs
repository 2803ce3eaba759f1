using MovieChain.CommandLine;

namespace MovieChain.Tests.CommandLine;

/// <summary>What came of a run of the program within this process.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    public static async Task<Invocation> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await Application.RunAsync(arguments, output, error);
        return new Invocation(exitCode, output.ToString(), error.ToString());
    }

    public static Task<Invocation> RunAsync(string commandLine) =>
        RunAsync(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Asserts that the input was refused in one line on standard error that says all of this.</summary>
    public void AssertRefused(params string[] said)
    {
        AssertFailed(2, said);
        Assert.Equal("", Output);
    }

    /// <summary>Asserts that the program ended with that code and one line on standard error that says all of this.</summary>
    public void AssertFailed(int exitCode, params string[] said)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.StartsWith("MovieChain: ", Error, StringComparison.Ordinal);
        Assert.Equal(1, Error.Count(letter => letter == '\n'));
        Assert.EndsWith("\n", Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Error);
        Assert.All(said, text => Assert.Contains(text, Error, StringComparison.Ordinal));
    }

    /// <summary>Asserts that all went well and returns the answer.</summary>
    public string AssertSucceeded()
    {
        Assert.Equal("", Error);
        Assert.Equal(0, ExitCode);
        return Output;
    }
}
