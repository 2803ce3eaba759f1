using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MovieChain;

/// <summary>Folders whose entries are on the disk when a method returns; where the disk reports an error, the method throws.</summary>
internal static class DurableFolder
{
    private const int InterruptedCall = 4;
    private const int NotSupportedHere = 22;

    /// <summary>Creates a folder and its parents if they do not exist.</summary>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to create it.</exception>
    public static void Create(string path)
    {
        var missing = new List<string>();
        for (var folder = Path.GetFullPath(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        Directory.CreateDirectory(path);
        missing.ForEach(folder => Flush(Path.GetDirectoryName(folder)!));
    }

    /// <summary>Adds files to a folder, all or none. Never overwrites a file. They get their names only when all are written.</summary>
    /// <param name="folder">The folder; created if it does not exist.</param>
    /// <param name="files">Names and contents.</param>
    /// <param name="access">Who may read and write the files on Unix.</param>
    /// <exception cref="IOException">A file exists or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to a file is denied.</exception>
    public static void AddFiles(string folder, IEnumerable<(string Name, byte[] Content)> files, UnixFileMode access)
    {
        Create(folder);
        var written = new List<string>();
        var named = new List<string>();
        try
        {
            foreach (var (name, content) in files)
            {
                var path = Path.Combine(folder, name);
                written.Add(PartOf(path));

                // One that is there was left by a process that was killed.
                File.Delete(PartOf(path));
                using var file = DurableFile.Create(PartOf(path), access);
                file.Append(content);
                named.Add(path);
            }

            for (var place = 0; place < named.Count; place++)
            {
                File.Move(written[place], named[place]);
                written[place] = named[place];
            }

            Flush(folder);
        }
        catch
        {
            written.ForEach(TryDelete);
            throw;
        }
    }

    /// <summary>The name of a file while it is not complete.</summary>
    public static string PartOf(string path) => path + ".part";

    /// <summary>Waits until the entries of a folder are on the disk.</summary>
    /// <exception cref="IOException">The disk reports an error.</exception>
    public static void Flush(string folder)
    {
        // Windows keeps a journal of its folders and has no such call.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = Native.Open(folder, flags: 0);
        if (handle.IsInvalid)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        while (Native.FSync(handle) != 0)
        {
            switch (Marshal.GetLastPInvokeError())
            {
                case InterruptedCall:
                    continue;
                case NotSupportedHere:
                    return;
                default:
                    throw new IOException(Marshal.GetLastPInvokeErrorMessage());
            }
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that ended the writing is the one to report.
        }
    }

    /// <summary>.NET opens no folders.</summary>
    private static class Native
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int FSync(SafeFileHandle file);
    }
}
