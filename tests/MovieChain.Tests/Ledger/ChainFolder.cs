using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

/// <summary>A folder of its own for a test's chain; gone when the test is over.</summary>
internal sealed class ChainFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("moviechain-").FullName;

    /// <summary>The chain's file, which is not there at first.</summary>
    public string Path => System.IO.Path.Combine(Folder, "run.chain");

    public string Write(byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        return Path;
    }

    /// <summary>The path of another file in the folder.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Writes blocks to a chain's file of that name, which is replaced if it is there, and returns its path.</summary>
    public string Write(IEnumerable<Block> blocks, string name = "run.chain")
    {
        File.Delete(PathOf(name));
        using var writer = ChainFileWriter.Create(PathOf(name));
        foreach (var block in blocks)
        {
            writer.Append(block);
        }

        return PathOf(name);
    }

    /// <summary>The names of all files in the folder.</summary>
    public IEnumerable<string?> Files => Directory.EnumerateFileSystemEntries(Folder).Select(System.IO.Path.GetFileName).Order();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
