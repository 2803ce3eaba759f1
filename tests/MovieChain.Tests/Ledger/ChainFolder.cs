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

    /// <summary>The names of all files in the folder.</summary>
    public IEnumerable<string?> Files => Directory.EnumerateFileSystemEntries(Folder).Select(System.IO.Path.GetFileName).Order();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
