using System.Diagnostics;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Ledger;

/// <summary>Proof of work: the search for a nonce whose block hash meets the difficulty.</summary>
internal static class ProofOfWork
{
    /// <summary>Nonces per lane between two checks for the end of the search: about 0.2 ms.</summary>
    private const int TriesPerChunk = 512;

    /// <summary>Chunks that one thread searches before the other threads start: starting them does not pay for low difficulties.</summary>
    private const int ChunksAlone = 8;

    /// <summary>The header with the lowest nonce whose hash meets the difficulty, and that hash. Nonces are tried from 0, so that the number of
    /// attempts is the nonce plus 1.</summary>
    /// <param name="header">The header; its nonce is ignored.</param>
    /// <param name="difficulty">The difficulty to meet.</param>
    /// <param name="workers">Thread budget; never affects the nonce.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static (BlockHeader Header, Hash256 Hash) Mine(BlockHeader header, Difficulty difficulty, Workers workers) =>
        Mine(header, difficulty, workers, HashPath.Best, start: 0);

    /// <summary>As above, with a given hash implementation and nonces from <paramref name="start"/>.</summary>
    internal static (BlockHeader Header, Hash256 Hash) Mine(BlockHeader header, Difficulty difficulty, Workers workers, HashPath path, ulong start)
    {
        var search = new Search(header, difficulty, path, start, workers.Cancellation);
        search.Run(ChunksAlone);
        if (!search.IsOver)
        {
            workers.ForRanges(workers.Threads, rangeLength: 1, (_, _) => search.Run(int.MaxValue));
        }

        var mined = header.WithNonce(search.Lowest);
        var hash = mined.Hash();
        return difficulty.IsMetBy(hash) ? (mined, hash) : throw new UnreachableException($"Nonce {mined.Nonce} does not meet the difficulty.");
    }

    /// <summary>A search shared by threads. Each takes the next chunk of nonces, until all remaining chunks are above a nonce found.</summary>
    private sealed class Search(BlockHeader header, Difficulty difficulty, HashPath path, ulong start, CancellationToken cancellation)
    {
        private readonly ulong _chunkLength = (ulong)(TriesPerChunk * path.Lanes);
        private readonly Lock _lock = new();
        private long _chunksTaken;
        private ulong _lowest = ulong.MaxValue;

        /// <summary>The lowest nonce found so far; <see cref="ulong.MaxValue"/> if none.</summary>
        public ulong Lowest => Volatile.Read(ref _lowest);

        public bool IsOver => Lowest != ulong.MaxValue;

        /// <summary>Searches up to <paramref name="chunks"/> chunks, or until the search is over.</summary>
        public void Run(int chunks)
        {
            for (; chunks > 0; chunks--)
            {
                cancellation.ThrowIfCancellationRequested();
                var chunk = (ulong)(Interlocked.Increment(ref _chunksTaken) - 1);
                var first = start + (chunk * _chunkLength);
                if (first > Lowest)
                {
                    return;
                }

                if (path.FindLowestNonce(header, difficulty.HighestFirstWord, first, _chunkLength) is { } found)
                {
                    lock (_lock)
                    {
                        Volatile.Write(ref _lowest, Math.Min(_lowest, found));
                    }

                    return;
                }
            }
        }
    }
}
