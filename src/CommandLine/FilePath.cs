namespace MovieChain.CommandLine;

/// <summary>A file that the user named, and the refusals for when it cannot be used.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">How it stands in messages, e.g. <c>--chain run.chain</c>.</param>
internal sealed record FilePath(string Path, string Name)
{
    /// <summary>In place of a file's name: standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>A file named by an argument.</summary>
    public static FilePath Argument(string path, string argument) => Checked(path, path, argument);

    /// <summary>A file named by an option.</summary>
    public static FilePath Option(string path, string option) => Checked(path, $"{option} {path}", option);

    /// <summary>The same file, if it can hold a chain, which is read at any place and more than once.</summary>
    /// <exception cref="InvalidInputException">It is standard input.</exception>
    public FilePath OnDisk() =>
        Path == StandardInput ? throw new InvalidInputException($"{Name}: a chain must be a file on disk; a file of this name is ./{Path}") : this;

    /// <summary>Opens the file, or standard input, to be read once.</summary>
    public Stream OpenRead() => Path == StandardInput ? StandardStreams.OpenInput() : File.OpenRead(Path);

    /// <summary>Runs work that reads or writes the file.</summary>
    /// <exception cref="RefusalException">The file cannot be read or written.</exception>
    public T Use<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw Refusal(ExitCode.FileFault, WordsFor(fault));
        }
    }

    /// <summary>Runs work that reads or writes the file.</summary>
    /// <exception cref="RefusalException">The file cannot be read or written.</exception>
    public void Use(Action work) => Use(() =>
    {
        work();
        return true;
    });

    /// <summary>Whether a file that the user named cannot be used. A part of the program that cannot be loaded is not such a file.</summary>
    public static bool IsFault(Exception fault) =>
        fault is IOException or UnauthorizedAccessException && !IsOfAssembly(fault);

    public RefusalException Refusal(int exitCode, string message) => new(exitCode, $"{Name}: {message}");

    private static bool IsOfAssembly(Exception fault) =>
        fault is FileLoadException || (fault is FileNotFoundException { FileName: { } name } && name.Contains(", Version=", StringComparison.Ordinal));

    private static FilePath Checked(string path, string name, string source) =>
        path.Length > 0 && !path.Contains('\0') ? new FilePath(path, name) : throw new InvalidInputException($"{source} '{path}': must name a file");

    private string WordsFor(Exception fault) => fault switch
    {
        _ when Directory.Exists(Path) => "is a directory, not a file",
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "permission denied",
        _ => fault.Message,
    };
}
