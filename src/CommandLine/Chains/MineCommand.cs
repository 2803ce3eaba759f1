using System.Buffers.Binary;
using System.CommandLine;
using System.Diagnostics;
using MovieChain.Ledger;
using MovieChain.Ledger.Hashing;
using MovieChain.Reporting.Chains;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Chains;

/// <summary>The command that mines one block, or measures how fast this machine mines.</summary>
internal sealed class MineCommand
{
    private const int DefaultDifficulty = 20;

    private readonly Option<int?> _difficulty = OptionOf.Range("--difficulty", Settings.Difficulty.Range with { Default = DefaultDifficulty });
    private readonly Option<int?> _threads = OptionOf.Threads();
    private readonly Option<long?> _seed = OptionOf.Range("--seed", Settings.Seed.Range with { Meaning = "Seed of the block's content: each gives another block" });
    private readonly Option<bool> _benchmark = new("--benchmark") { Description = "Measure the rate of every way to hash instead; takes six seconds" };

    private readonly FormatOption _format = new(ReportFormat.Table, ReportFormat.Json);

    /// <summary>The command.</summary>
    public Command Create() => new Command("mine", "Mines one block and reports how fast.")
        .Complete([_difficulty, _threads, _seed, _benchmark, _format.Option], Run);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var difficulty = new Difficulty(parsed.GetValue(_difficulty) ?? DefaultDifficulty);
        var header = HeaderOf(difficulty, parsed.GetValue(_seed) ?? Settings.Seed.Default);
        var workers = new Workers(parsed.ThreadsOf(_threads), cancellation);
        if (parsed.GetValue(_benchmark))
        {
            if (parsed.GetValue(_difficulty) is not null)
            {
                throw new InvalidInputException("--difficulty: does not go with --benchmark, which finds no nonce");
            }

            var rates = MiningBenchmark.Run(header, workers);
            _format.Write(parsed, console => MiningReport.Write(console, rates), output => MiningReport.WriteJson(output, rates));
            return ExitCode.Success;
        }

        var result = Mine(header, difficulty, workers);
        _format.Write(parsed, console => MiningReport.Write(console, result), output => MiningReport.WriteJson(output, result));
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
