using System.Globalization;
using MovieChain.CommandLine.Chains;
using MovieChain.Ledger;
using MovieChain.Reporting.Chains;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Runs;

/// <summary>A run that keeps its chain in a file, which it has locked.</summary>
internal sealed class ChainSession : IDisposable
{
    private readonly FilePath _file;
    private readonly ChainFileLock _lock;
    private readonly ChainFileReader? _recorded;
    private readonly ChainFileWriter _writer;
    private readonly Workers _workers;

    private ChainSession(FilePath file, ChainFileLock held, ChainFileReader? recorded, ChainFileWriter writer, Workers workers)
    {
        _file = file;
        _lock = held;
        _recorded = recorded;
        _writer = writer;
        _workers = workers;
    }

    /// <summary>Creates the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="needsLock">Whether to refuse where the file system gives no lock.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="RefusalException">The file exists, or cannot be created.</exception>
    public static ChainSession Begin(string path, bool needsLock, Workers workers)
    {
        var file = FilePath.Option(path, "--chain").OnDisk();
        if (File.Exists(path))
        {
            throw file.Refusal(ExitCode.InvalidInput, "the file exists; --resume continues it");
        }

        return Start(file, needsLock, workers, () => (null, ChainFileWriter.Create(path)));
    }

    /// <summary>Opens the file of an earlier run, or creates it where there is none. A file that is refused is left unchanged.</summary>
    /// <exception cref="RefusalException">The file is damaged, holds the chain of another run, or cannot be read or written.</exception>
    public static ChainSession Resume(string path, bool needsLock, SimulationOptions options, Workers workers, TextWriter error, bool isProgressShown)
    {
        var file = FilePath.Option(path, "--chain").OnDisk();
        return Start(file, needsLock, workers, () =>
        {
            if (!Path.Exists(path))
            {
                Notice("there is no chain yet; starting it");
                return (null, ChainFileWriter.Create(path));
            }

            var found = Verify(file, workers, isProgressShown);
            Check(file, found, options);
            var writer = ChainFileWriter.Continue(path, found.GoodLength);
            if (found.FileLength > found.GoodLength)
            {
                Notice(string.Create(
                    CultureInfo.InvariantCulture,
                    $"cut off {found.FileLength - found.GoodLength} bytes at byte {found.GoodLength}, a block that was not written to its end"));
            }
            else if (found.Blocks == 0)
            {
                Notice("there is no block yet; starting the chain");
            }

            return (new ChainFileReader(path), writer);
        });

        void Notice(string message) => ErrorLine.Write(error, $"{file.Name}: {message}");
    }

    /// <summary>Runs the simulation on the blocks of the file and the miner.</summary>
    /// <exception cref="RefusalException">The file cannot be read or written, or holds blocks that differ from those of the run.</exception>
    public SimulationResult Run(Func<IBlockMaker, SimulationResult> run)
    {
        try
        {
            return _file.Use(() => run(new RecordingMiner(new Miner(_workers), _recorded, _writer)));
        }
        catch (ChainMismatchException fault)
        {
            throw _file.Refusal(ExitCode.InvalidChain, WordsForOther(fault.Height));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _recorded?.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }

    private static ChainSession Start(
        FilePath file, bool needsLock, Workers workers, Func<(ChainFileReader? Recorded, ChainFileWriter Writer)> open) => file.Use(() =>
    {
        if (Directory.Exists(file.Path))
        {
            throw new IOException();
        }

        var held = ChainFileLock.TryTake(file.Path) ?? throw file.Refusal(ExitCode.FileFault, "is being written by another run");
        try
        {
            if (needsLock && !held.IsExclusive)
            {
                throw file.Refusal(
                    ExitCode.FileFault, "no lock can be had here, so that another run could write the file at the same time; --no-lock runs without");
            }

            var (recorded, writer) = open();
            return new ChainSession(file, held, recorded, writer, workers);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    });

    private static string WordsForOther(long height) =>
        string.Create(CultureInfo.InvariantCulture, $"block {height} is not the one that these options give");

    private static ChainFileSummary Verify(FilePath file, Workers workers, bool isProgressShown)
    {
        using var reader = new ChainFileReader(file.Path);
        return FileProgress.Verify(reader, workers, isProgressShown);
    }

    private static void Check(FilePath file, ChainFileSummary found, SimulationOptions options)
    {
        if (found.Fault is { } fault && !ChainFile.IsTorn(file.Path, found))
        {
            throw file.Refusal(ExitCode.InvalidChain, FaultWords.Of(fault));
        }

        if (ResumeCheck.FindDifference(found, options) is { } difference)
        {
            throw file.Refusal(ExitCode.InvalidInput, difference);
        }

        var blocks = 1 + ((long)options.Weeks * options.Providers.Length);
        if (found.Blocks > blocks)
        {
            throw file.Refusal(ExitCode.InvalidChain, WordsForOther(blocks));
        }
    }
}
