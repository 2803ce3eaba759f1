using MovieChain.Exchange.Sealing;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Runs;

/// <summary>The files of <c>--keys</c> that a run leaves behind.</summary>
internal sealed class KeyFiles
{
    private readonly string _folder;

    private KeyFiles(string folder) => _folder = folder;

    /// <summary>Checks before the run that the files can be written after it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">The run.</param>
    /// <param name="chain">The file that the run keeps its chain in; null where it keeps none.</param>
    /// <exception cref="InvalidInputException">The run has no keys, or the name is that of a file or of a folder that holds such files already.</exception>
    /// <exception cref="RefusalException">They cannot be written.</exception>
    public static KeyFiles Plan(string folder, SimulationOptions options, string? chain = null)
    {
        if (!options.Seal)
        {
            throw new InvalidInputException($"--keys {folder}: records in the clear have no keys; leave out --no-seal");
        }

        if (folder.Length == 0)
        {
            throw new InvalidInputException("--keys '': must name a folder");
        }

        if (File.Exists(folder))
        {
            throw new RefusalException(ExitCode.FileFault, $"--keys {folder}: is a file, not a folder");
        }

        var files = options.Providers.SelectMany(provider => KeyFolder.FilesOf(provider.Name)).Select(file => Path.Combine(folder, file)).ToList();
        if (chain is { Length: > 0 } && files.Find(file => Path.GetFullPath(file) == Path.GetFullPath(chain)) is { } shared)
        {
            throw new InvalidInputException($"--keys {folder}: {shared} is to hold the chain; name another folder");
        }

        if (files.Find(Path.Exists) is { } taken)
        {
            throw new InvalidInputException($"--keys {folder}: {taken} exists already; name another folder");
        }

        Guard(folder, () =>
        {
            DurableFolder.Create(folder);
            files.ForEach(TryOut);
        });
        return new KeyFiles(folder);
    }

    /// <summary>Writes the files: the secrets are those that the registry still holds when the run has ended.</summary>
    public void Write(SimulationResult result)
    {
        var options = result.Options;
        var registry = RunExchange.RegistryAfter(options, new Week(options.Weeks));
        var secrets = new SimulatedSecrets((ulong)options.Seed);
        var genesis = result.Chain.Blocks[0].Hash;
        var files =
            from provider in Enumerable.Range(0, options.Providers.Length)
            let granted = options.Access.ReadBy(provider).Select(ProviderId.At)
            from file in KeyFolder.Files(result.Chain.Rules, genesis, ProviderId.At(provider), granted, secrets, registry)
            select file;
        Guard(_folder, () => KeyFolder.Write(_folder, files));
    }

    /// <summary>Creates a file under the name that it has while it is not complete, and deletes it again.</summary>
    private static void TryOut(string file)
    {
        var part = DurableFolder.PartOf(file);
        File.Delete(part);
        using var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
    }

    private static void Guard(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (FilePath.IsFault(fault))
        {
            throw new RefusalException(ExitCode.FileFault, $"--keys {folder}: {fault.Message}");
        }
    }
}
