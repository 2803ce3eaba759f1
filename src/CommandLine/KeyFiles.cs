using MovieChain.Sealing;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The files of <c>--keys</c> that a run leaves behind.</summary>
internal sealed class KeyFiles
{
    private readonly string _folder;

    private KeyFiles(string folder) => _folder = folder;

    /// <summary>Checks before the run that the files can be written after it.</summary>
    /// <exception cref="InvalidInputException">They cannot.</exception>
    public static KeyFiles Plan(string folder, SimulationOptions options)
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
            throw new InvalidInputException($"--keys {folder}: is a file; must name a folder");
        }

        var taken = options.Providers.SelectMany(provider => KeyFolder.FilesOf(provider.Name))
            .Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        if (taken is not null)
        {
            throw new InvalidInputException($"--keys {folder}: {taken} exists already; name another folder");
        }

        Guard(folder, () => Directory.CreateDirectory(folder));
        return new KeyFiles(folder);
    }

    /// <summary>Writes the files: the secrets are those that the registry still holds when the run has ended.</summary>
    public void Write(SimulationResult result)
    {
        var options = result.Options;
        var registry = ConsentRegistry.Of(options, new Week(options.Weeks));
        var secrets = new SimulatedSecrets((ulong)options.Seed);
        var genesis = result.Chain.Blocks[0].Hash;
        Guard(_folder, () =>
        {
            for (var provider = 0; provider < options.Providers.Length; provider++)
            {
                var granted = options.Access.ReadBy(provider).Select(ProviderId.At);
                KeyFolder.Write(_folder, result.Chain.Rules, genesis, ProviderId.At(provider), granted, secrets, registry);
            }
        });
    }

    private static void Guard(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"--keys {folder}: {fault.Message}");
        }
    }
}
