using MovieChain.Exchange;
using MovieChain.Ledger;
using MovieChain.Reporting;
using MovieChain.Reporting.Chains;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Chains;

/// <summary>Shows what one provider can read of a chain's file.</summary>
/// <param name="file">The file.</param>
/// <param name="reader">The provider's name, without regard to case.</param>
/// <param name="keys">The folder with the provider's keys; null to derive them from the seed on the genesis block.</param>
/// <param name="height">The block to read; null for all.</param>
internal sealed class ReaderShow(FilePath file, string reader, string? keys, long? height)
{
    private const string Changed = "was changed while it was read";

    /// <summary>Verifies the file, and reads it where it is good.</summary>
    /// <param name="output">Where the orders go.</param>
    /// <param name="format">What they look like.</param>
    /// <param name="workers">Who does the work.</param>
    /// <exception cref="RefusalException">The file cannot be read or is not good, or the keys are not the provider's.</exception>
    public void Run(TextWriter output, ReportFormat format, Workers workers)
    {
        var found = file.Use(() =>
        {
            using var chain = new ChainFileReader(file.Path);
            return ChainFile.Verify(chain, workers);
        });
        if (found.Fault is { } fault)
        {
            throw file.Refusal(ExitCode.InvalidChain, FaultWords.Of(fault));
        }

        ShowCommand.CheckRange($"--block {height}", height, found.Blocks);

        var names = found.Rules!.Authors.Select(author => author.Name).ToList();
        var place = AccessRule.PlaceOf(reader, names);
        if (place < 0)
        {
            throw new InvalidInputException($"--as {reader}: {AccessRule.WordsForUnknown(reader, names)}");
        }

        // All records are opened before any is shown, so that one that is not an order does not leave half a document.
        Read(found, Open(found, place, workers), _ => { }, workers);

        using var stream = format is ReportFormat.Json ? new JsonStream(output) : null;
        IOrderReport report = stream is null ? new OrderTable(output, Terminal.Width(output), names[place], names) : new OrderJson(stream, names[place], names);
        var totals = names.Select(name => new OwnerTotals(name, Read: 0, NotGranted: 0, Withdrawn: 0)).ToArray();
        Read(found, Open(found, place, workers), block =>
        {
            totals[block.Owner] = totals[block.Owner].With(block);
            report.Add(block);
        }, workers);
        report.End(totals);
        stream?.End();
    }

    private ProviderView Open(ChainFileSummary found, int place, Workers workers)
    {
        var lastWeek = new Week((int)Math.Min(found.Head.Time / Week.Seconds, Week.MaxNumber));
        if (keys is null)
        {
            try
            {
                return RunExchange.ViewFromSeed(found.Genesis!, place, lastWeek, workers);
            }
            catch (InvalidDataException fault)
            {
                throw file.Refusal(ExitCode.InvalidInput, $"{fault.Message}; name a folder of keys with --keys");
            }
        }

        if (keys.Length == 0)
        {
            throw new InvalidInputException("--keys '': must name a folder");
        }

        var folder = FilePath.Option(keys, "--keys");
        try
        {
            return ProviderView.FromKeys(found.Genesis!, place, keys, workers);
        }
        catch (FileNotFoundException fault) when (FilePath.IsFault(fault))
        {
            throw folder.Refusal(ExitCode.FileFault, $"there is no file {Path.GetFileName(fault.FileName)} in it");
        }
        catch (DirectoryNotFoundException)
        {
            throw folder.Refusal(ExitCode.FileFault, File.Exists(keys) ? "is a file, not a folder" : "there is no such folder");
        }
        catch (Exception fault) when (FilePath.IsFault(fault))
        {
            throw folder.Refusal(ExitCode.FileFault, fault.Message);
        }
        catch (InvalidDataException fault)
        {
            throw folder.Refusal(ExitCode.InvalidInput, fault.Message);
        }
    }

    /// <summary>Reads the blocks that are to be shown.</summary>
    private void Read(ChainFileSummary found, ProviderView view, Action<BlockView> onBlock, Workers workers)
    {
        try
        {
            file.Use(() => ReadBlocks(found, view, onBlock, workers));
        }
        catch (InvalidDataException fault)
        {
            throw file.Refusal(ExitCode.InvalidChain, fault.Message);
        }
    }

    private void ReadBlocks(ChainFileSummary found, ProviderView view, Action<BlockView> onBlock, Workers workers)
    {
        using var chain = new ChainFileReader(file.Path);
        var head = found.Genesis!.Hash;
        for (var next = 0L; next < found.Blocks; next++)
        {
            workers.Cancellation.ThrowIfCancellationRequested();

            // The file may have been replaced since it was verified; blocks behind those that were are not read.
            if (chain.Read() is not { } filed || (next == 0 ? filed.Block.Hash : filed.Block.Header.Previous) != head)
            {
                throw new InvalidDataException(Changed);
            }

            head = filed.Block.Hash;
            if (next == 0)
            {
                continue;
            }

            // Blocks that are not shown are read as well: a grant in them may open one that is.
            var block = view.Read(filed.Block);
            if (height is null || height == block.Height)
            {
                onBlock(block);
            }
        }

        if (head != found.Head.Hash())
        {
            throw new InvalidDataException(Changed);
        }
    }
}
