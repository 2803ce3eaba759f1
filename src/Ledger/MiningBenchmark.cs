using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Ledger;

/// <summary>Measures mining rates of this machine for each hash implementation.</summary>
internal static class MiningBenchmark
{
    private const int Rounds = 7;
    private const int TriesPerChunk = 512;
    private static readonly TimeSpan _turn = TimeSpan.FromMilliseconds(130);

    private delegate void Attempt(ulong start, ulong count);

    /// <summary>Measures all implementations in turns, so that other load on the machine affects them alike; each rate is the median of its turns.</summary>
    /// <param name="header">The header to try nonces on.</param>
    /// <param name="workers">Thread budget of the last measurement; the others use one thread.</param>
    public static ImmutableArray<MiningRate> Run(BlockHeader header, Workers workers)
    {
        var alone = workers with { Threads = 1 };
        var paths = HashPath.All.Reverse();
        (string Name, int Lanes, bool IsAvailable, Workers Workers, Attempt Attempt)[] contestants =
        [
            ("SHA256.HashData", 1, true, alone, (start, count) => HashOneByOne(header, start, count)),
            .. paths.Select(path => (path.Name, path.Lanes, path.IsAvailable, alone, AttemptOf(path, header))),
            (HashPath.Best.Name, HashPath.Best.Lanes, true, workers, AttemptOf(HashPath.Best, header)),
        ];

        var turns = contestants.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (i, contestant) in contestants.Index().Where(entry => entry.Item.IsAvailable))
            {
                turns[i].Add(Measure(contestant.Workers, (ulong)(TriesPerChunk * contestant.Lanes), contestant.Attempt));
            }
        }

        var medians = turns.ConvertAll(rates => rates is [] ? (double?)null : rates.Order().ElementAt(Rounds / 2));
        return [.. contestants.Select((c, i) => new MiningRate(c.Name, c.Lanes, c.Workers.Threads, medians[i], medians[i] / medians[0]))];
    }

    private static Attempt AttemptOf(HashPath path, BlockHeader header) => (start, count) => path.FindLowestNonce(header, limit: 0, start, count);

    private static void HashOneByOne(BlockHeader header, ulong start, ulong count)
    {
        Span<byte> bytes = stackalloc byte[BlockHeader.Length];
        Span<byte> hash = stackalloc byte[Hash256.Length];
        header.Bytes.CopyTo(bytes);
        for (var nonce = start; nonce < start + count; nonce++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes[^sizeof(ulong)..], nonce);
            SHA256.HashData(bytes, hash);
            if (BinaryPrimitives.ReadUInt32BigEndian(hash) == 0)
            {
                return;
            }
        }
    }

    /// <summary>Attempts per second of all threads together.</summary>
    private static double Measure(Workers workers, ulong chunkLength, Attempt attempt)
    {
        var chunks = 0L;
        var begin = Stopwatch.GetTimestamp();
        workers.ForRanges(workers.Threads, rangeLength: 1, (_, _) =>
        {
            while (Stopwatch.GetElapsedTime(begin) < _turn)
            {
                workers.Cancellation.ThrowIfCancellationRequested();
                attempt((ulong)(Interlocked.Increment(ref chunks) - 1) * chunkLength, chunkLength);
            }
        });

        return chunks * (double)chunkLength / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}

/// <summary>Mining rate of one hash implementation.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Lanes">Number of hashes computed at a time.</param>
/// <param name="Threads">Number of threads.</param>
/// <param name="AttemptsPerSecond">The rate; null if this machine lacks the instructions.</param>
/// <param name="Ratio">The rate divided by the rate of a loop that calls <see cref="SHA256.HashData(ReadOnlySpan{byte}, Span{byte})"/> per nonce.</param>
internal sealed record MiningRate(string Name, int Lanes, int Threads, double? AttemptsPerSecond, double? Ratio);
