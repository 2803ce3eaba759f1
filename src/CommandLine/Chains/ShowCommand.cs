using System.CommandLine;
using System.Globalization;
using MovieChain.Ledger;
using MovieChain.Reporting;
using MovieChain.Reporting.Chains;

namespace MovieChain.CommandLine.Chains;

/// <summary>The command that shows the blocks of a chain's file, one of its blocks, or the proof of a record.</summary>
internal sealed class ShowCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The chain's file" };

    private readonly Option<long?> _block = new("--block")
    {
        HelpName = "N",
        Description = "Show this block and its records; genesis is 0",
        CustomParser = argument =>
        {
            if (TryReadNumber(argument.Tokens[0].Value, out var height))
            {
                return height;
            }

            argument.AddError($"--block {argument.Tokens[0].Value}: must be a whole number from 0 to the height of the last block");
            return null;
        },
    };

    private readonly Option<RecordPlace?> _proof = new("--proof")
    {
        HelpName = "BLOCK:RECORD",
        Description = "Print a proof, as JSON, that the block holds the record; verify --proof checks it without the chain",
        CustomParser = argument =>
        {
            if (argument.Tokens[0].Value.Split(':') is [var block, var record] && TryReadNumber(block, out var height) && TryReadNumber(record, out var number))
            {
                return new RecordPlace(height, number);
            }

            argument.AddError($"--proof {argument.Tokens[0].Value}: must be BLOCK:RECORD, two whole numbers from 0 on");
            return null;
        },
    };

    private readonly Option<string?> _as = new("--as")
    {
        HelpName = "NAME",
        Description = "Show the orders that this provider can read, and count those that it cannot",
    };

    private readonly Option<string?> _keys = new("--keys")
    {
        HelpName = "FOLDER",
        Description = "Folder with the provider's keys, as --keys of the run writes it [default: derived from the seed on the genesis block]",
    };

    private readonly FormatOption _format = new(ReportFormat.Table, ReportFormat.Json);

    /// <summary>The command.</summary>
    public Command Create() => new Command("show", "Shows the blocks of a chain's file, one block and its records, what a provider can read, or the proof of a record.") { _file }
        .Complete([_block, _as, _keys, _proof, _format.Option], Run);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var file = FilePath.Argument(parsed.GetValue(_file)!, "show").OnDisk();
        var height = parsed.GetValue(_block);
        var place = parsed.GetValue(_proof);
        var format = parsed.GetValue(_format.Option);
        if (height is not null && place is not null)
        {
            throw new InvalidInputException("--block and --proof: only one of them can be given");
        }

        if (parsed.GetValue(_as) is { } reader)
        {
            if (place is not null)
            {
                throw new InvalidInputException("--as and --proof: only one of them can be given");
            }

            var show = new ReaderShow(file, reader, parsed.GetValue(_keys), height);
            show.Run(parsed.InvocationConfiguration.Output, format ?? ReportFormat.Table, new Workers(Environment.ProcessorCount, cancellation));
            return ExitCode.Success;
        }

        if (parsed.GetValue(_keys) is { } keys)
        {
            throw new InvalidInputException($"--keys {keys}: needs --as NAME, the provider whose keys they are");
        }

        if (place is not null && format is ReportFormat.Table)
        {
            throw new InvalidInputException("--format table: must be json for a proof");
        }

        var found = file.Use(() =>
        {
            // Opened first: where there is no such file, nothing is printed.
            using var reader = new ChainFileReader(file.Path);
            var output = parsed.InvocationConfiguration.Output;
            using var stream = format is ReportFormat.Json && height is null && place is null ? new JsonStream(output) : null;
            IChainView view = (height, place) switch
            {
                (_, { } record) => new ProofView(output, record),
                ({ } shown, _) when format is ReportFormat.Json => new BlockJson(output, shown),
                ({ } shown, _) => new BlockTable(output, Terminal.Width(output), shown),
                _ when stream is not null => new ChainJson(stream, file.Path),
                _ => new ChainTable(output, file.Path, Terminal.Width(output)),
            };
            var summary = Show(reader, view, cancellation);
            stream?.End();
            return summary;
        });
        if (found.Fault is { } fault)
        {
            throw file.Refusal(ExitCode.InvalidChain, FaultWords.Of(fault));
        }

        CheckRange($"--block {height}", height, found.Blocks);
        CheckRange($"--proof {place?.Height}:{place?.Number}", place?.Height, found.Blocks);
        return ExitCode.Success;
    }

    /// <summary>Reads and verifies a file once and shows each block as soon as it has been found good.</summary>
    private static ChainFileSummary Show(ChainFileReader reader, IChainView view, CancellationToken cancellation)
    {
        ChainRules? rules = null;
        var found = ChainFile.Verify(reader, new Workers(Environment.ProcessorCount, cancellation), good =>
        {
            var author = rules is null ? 0 : rules.AuthorOf(good.Block)!.Value;
            rules ??= ChainRules.FromGenesis(good.Block)!;
            view.Add(new ShownBlock(good.Block, author, rules));
        });
        view.End(found.Blocks, found.Fault);
        return found;
    }

    /// <exception cref="InvalidInputException">The chain has no such block.</exception>
    internal static void CheckRange(string option, long? height, long blocks)
    {
        if (height >= blocks)
        {
            throw new InvalidInputException($"{option}: the block must be a whole number from 0 to {blocks - 1}");
        }
    }

    private static bool TryReadNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
