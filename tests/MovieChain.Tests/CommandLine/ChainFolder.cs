using System.Collections.Immutable;
using MovieChain.Ledger;

namespace MovieChain.Tests.CommandLine;

/// <summary>A folder of its own for a test's chain; gone when the test is over.</summary>
internal sealed class ChainFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("moviechain-").FullName;

    /// <summary>The path of a file in the folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Writes blocks to a chain's file and returns its path.</summary>
    public string Write(ImmutableArray<Block> blocks, string name = "run.chain")
    {
        using var writer = ChainFileWriter.Create(PathOf(name));
        foreach (var block in blocks)
        {
            writer.Append(block);
        }

        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
