using System.Diagnostics;
using System.Text;

namespace MovieChain.Tests;

/// <summary>The built program, started as a process of its own.</summary>
internal static class BuiltProgram
{
    /// <summary>Runs the program to its end; the environment is given as NAME=VALUE.</summary>
    public static (int ExitCode, string Output, string Error) Run(string[] arguments, params string[] environment)
    {
        using var process = Start(arguments, environment);
        return Finish(process);
    }

    /// <summary>Runs the program to its end on an input.</summary>
    public static (int ExitCode, string Output, string Error) RunWithInput(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    /// <summary>Runs the tests' own <c>Program.cs</c> to its end; the environment is given as NAME=VALUE.</summary>
    public static (int ExitCode, string Output, string Error) RunTests(params string[] environment)
    {
        using var process = Start(Host, [typeof(BuiltProgram).Assembly.Location], environment);
        return Finish(process);
    }

    /// <summary>Runs <c>MovieChain.LibraryUser</c>, a program that uses the library, to its end.</summary>
    public static (int ExitCode, string Output, string Error) RunLibraryUser(params string[] arguments)
    {
        using var process = Start(Host, [Path.Combine(AppContext.BaseDirectory, "MovieChain.LibraryUser.dll"), .. arguments], []);
        return Finish(process);
    }

    /// <summary>Starts the program.</summary>
    public static Process Start(string[] arguments, params string[] environment) => Start(Host, [Program, .. arguments], environment);

    /// <summary>Starts the program from a shell that says something before.</summary>
    public static Process StartAfter(string shellCommands, string[] arguments, params string[] environment) =>
        Start("/bin/sh", ["-c", $"{shellCommands}; exec \"$0\" \"$@\"", Host, Program, .. arguments], environment);

    /// <summary>Starts the program under another one, such as a tracer.</summary>
    public static Process StartUnder(string tracer, string[] tracerArguments, string[] arguments, params string[] environment) =>
        Start(tracer, [.. tracerArguments, Host, Program, .. arguments], environment);

    /// <summary>Waits for the end of a process.</summary>
    public static (int ExitCode, string Output, string Error) Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "MovieChain.dll");

    private static Process Start(string fileName, string[] arguments, string[] environment)
    {
        Assert.True(File.Exists(Path.ChangeExtension(Program, ".runtimeconfig.json")), "The program was not built beside the tests.");
        var start = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var setting in environment)
        {
            var (name, value) = (setting.Split('=')[0], setting.Split('=')[1]);
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
