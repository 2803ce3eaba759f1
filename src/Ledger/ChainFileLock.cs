namespace MovieChain.Ledger;

/// <summary>
/// The right to write a chain's file, held by one run at a time through a lock on an empty file beside it. The operating system frees
/// the lock however the run ends. The empty file stays: if the run that ends deleted it, a second run could hold the lock on the deleted
/// file that it had opened a moment before, while a third one creates and locks another of that name.
/// </summary>
internal sealed class ChainFileLock : IDisposable
{
    /// <summary>What the empty file's name has more than the chain's.</summary>
    public const string Suffix = ".lock";

    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private ChainFileLock(FileStream file) => _file = file;

    /// <summary>Takes the right to write a file, whether it exists yet or not; null while somebody else holds it.</summary>
    /// <exception cref="IOException">The lock's file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock's file may not be made or written.</exception>
    public static ChainFileLock? TryTake(string path)
    {
        try
        {
            return new ChainFileLock(new FileStream(
                TargetOf(path) + Suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException fault) when (fault.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Whatever symbolic links lead to a file, there is one lock for it. A hard link is another file, with a lock of its own.</summary>
    private static string TargetOf(string path)
    {
        // A link without a folder would be resolved against the root of the file system.
        var whole = Path.GetFullPath(path);
        return File.Exists(whole) ? File.ResolveLinkTarget(whole, returnFinalTarget: true)?.FullName ?? whole : whole;
    }
}
