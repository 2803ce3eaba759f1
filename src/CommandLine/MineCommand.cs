using System.Buffers.Binary;
using System.CommandLine;
using System.Diagnostics;
using MovieChain.Ledger;
using MovieChain.Ledger.Hashing;
using MovieChain.Reporting.Chains;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The command that mines one block, or measures how fast this machine mines.</summary>
internal sealed class MineCommand
{
    private const int DefaultDifficulty = 20;

    private readonly Option<int?> _difficulty = OptionOf.Range("--difficulty", OptionRanges.Difficulty with { Default = DefaultDifficulty });
    private readonly Option<int?> _threads = OptionOf.Range("--threads", OptionRanges.Threads, shownDefault: "all cores");
    private readonly Option<long?> _seed = OptionOf.Range("--seed", OptionRanges.Seed with { Meaning = "Which block to mine: each seed is another one" });
    private readonly Option<bool> _benchmark = new("--benchmark") { Description = "Measure the rate of every way to hash instead; takes six seconds" };

    private readonly Option<ReportFormat?> _format = OptionOf.Choice("--format", ["table", "json"], ReportFormat.Table, "What the report looks like");

    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Command("mine", "Mines one block and reports how fast.") { _difficulty, _threads, _seed, _benchmark, _format };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var difficulty = new Difficulty(parsed.GetValue(_difficulty) ?? DefaultDifficulty);
        var header = HeaderOf(difficulty, parsed.GetValue(_seed) ?? OptionRanges.Seed.Default);
        var workers = new Workers(parsed.GetValue(_threads) ?? OptionRanges.Threads.Default, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        var isJson = parsed.GetValue(_format) == ReportFormat.Json;
        if (parsed.GetValue(_benchmark))
        {
            if (parsed.GetValue(_difficulty) is not null)
            {
                throw new InvalidInputException("--difficulty: does not go with --benchmark, which finds no nonce");
            }

            var rates = MiningBenchmark.Run(header, workers);
            if (isJson)
            {
                MiningReport.WriteJson(output, rates);
            }
            else
            {
                Terminal.Write(output, console => MiningReport.Write(console, rates));
            }

            return ExitCode.Success;
        }

        var result = Mine(header, difficulty, workers);
        if (isJson)
        {
            MiningReport.WriteJson(output, result);
        }
        else
        {
            Terminal.Write(output, console => MiningReport.Write(console, result));
        }

        return ExitCode.Success;
    }

    private static MiningResult Mine(BlockHeader header, Difficulty difficulty, Workers workers)
    {
        // Compiling the search and starting the threads takes longer than mining an easy block.
        ProofOfWork.Mine(header, new Difficulty(0), workers);
        workers.ForRanges(workers.Threads, rangeLength: 1, (_, _) => { });
        var begin = Stopwatch.GetTimestamp();
        var (mined, hash) = ProofOfWork.Mine(header, difficulty, workers);
        return new MiningResult(difficulty, mined.Nonce, hash, Stopwatch.GetElapsedTime(begin), HashPath.Best.Name, workers.Threads);
    }

    /// <summary>The header of a genesis block with a record of its own for each seed.</summary>
    private static BlockHeader HeaderOf(Difficulty difficulty, long seed)
    {
        var records = new RecordList.Builder();
        BinaryPrimitives.WriteInt64BigEndian(records.Add(sizeof(long)), seed);
        return new BlockHeader(difficulty, height: 0, time: 0, previous: default, MerkleTree.Root(records.Build()), nonce: 0);
    }
}
