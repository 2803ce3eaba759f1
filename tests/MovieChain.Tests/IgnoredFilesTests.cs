using System.Diagnostics;
using MovieChain.Exchange.Sealing;
using MovieChain.Simulation;

namespace MovieChain.Tests;

/// <summary>Nobody commits a private key because of having followed the docs.</summary>
public sealed class IgnoredFilesTests
{
    [GitFact]
    public void Git_ignores_every_file_that_the_commands_of_the_docs_write()
    {
        var written = Docs.Pages.Keys.SelectMany(page => WrittenBy(page)).Distinct().ToList();
        Assert.Contains("my-run/run.chain", written);
        Assert.Contains("my-run/keys/Hulu.signing.pem", written);
        Assert.Contains("my-run/proof.json", written);

        Assert.Equal(written, Git(["check-ignore", "--no-index", .. written]));
    }

    [GitFact]
    public void Git_ignores_chains_locks_keys_secrets_and_proofs_in_any_folder()
    {
        string[] kinds = [.. KeyFolder.FilesOf("Netflix"), "run.chain", "run.chain.lock", "proof.json", "my-proof.json"];
        string[] files = [.. kinds, .. kinds.Select(kind => $"docs/{kind}")];
        Assert.Equal(files, Git(["check-ignore", "--no-index", .. files]));
    }

    [GitFact]
    public void Git_ignores_no_file_of_the_repository() => Assert.Empty(Git(["ls-files", "--cached", "--ignored", "--exclude-standard"]));

    private static IEnumerable<string> WrittenBy(string page)
    {
        var providers = new SimulationOptions().ProviderNames;
        foreach (var line in Docs.Pages[page].Split('\n').Where(IsCommand))
        {
            var words = line.Split(' ', '`');
            for (var i = 1; i < words.Length; i++)
            {
                var files = words[i - 1] switch
                {
                    "--chain" => [words[i], $"{words[i]}.lock"],
                    "--keys" when words.Contains("--chain") => providers.SelectMany(KeyFolder.FilesOf).Select(file => $"{words[i]}/{file}"),
                    ">" => [words[i]],
                    _ => (IEnumerable<string>)[],
                };
                foreach (var file in files)
                {
                    yield return file;
                }
            }
        }
    }

    /// <summary>A command line, or a row of the table of commands in the README.</summary>
    private static bool IsCommand(string line) =>
        line.Contains("--project src", StringComparison.Ordinal) || line.StartsWith("| `--weeks ", StringComparison.Ordinal);

    private static string[] Git(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, .. arguments]) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
