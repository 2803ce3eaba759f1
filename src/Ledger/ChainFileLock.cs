namespace MovieChain.Ledger;

/// <summary>
/// Exclusive right to write a chain file, held through an operating-system lock on an empty file beside it. The operating system releases
/// the lock however the run ends. The empty file is never deleted: otherwise a second run could lock the deleted file, which it opened just
/// before, while a third run creates and locks a new one.
/// </summary>
internal sealed class ChainFileLock : IDisposable
{
    /// <summary>Appended to the path of the chain file.</summary>
    public const string Suffix = ".lock";

    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private ChainFileLock(FileStream file, bool isExclusive)
    {
        _file = file;
        IsExclusive = isExclusive;
    }

    /// <summary>Whether it keeps others out. Some file systems have no locks, which .NET does not report.</summary>
    public bool IsExclusive { get; }

    /// <summary>Takes the lock for a chain file, which need not exist yet; null while another run holds it.</summary>
    /// <exception cref="IOException">The lock file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to create or write the lock file.</exception>
    public static ChainFileLock? TryTake(string path)
    {
        var target = TargetOf(path) + Suffix;
        if (TryOpen(target) is not { } file)
        {
            return null;
        }

        // A lock that works also keeps out a second opening by the same process.
        using var second = TryOpen(target);
        return new ChainFileLock(file, isExclusive: second is null);
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException fault) when (fault.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            return null;
        }
    }

    /// <summary>All symbolic links to a file share one lock. A hard link is another file with its own lock.</summary>
    private static string TargetOf(string path)
    {
        // .NET resolves the target of a link without a directory against the root of the file system.
        var whole = Path.GetFullPath(path);
        return File.Exists(whole) ? File.ResolveLinkTarget(whole, returnFinalTarget: true)?.FullName ?? whole : whole;
    }
}
