using System.Diagnostics;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Ledger;

/// <summary>The search for the nonce that makes a block's hash fit its difficulty.</summary>
internal static class ProofOfWork
{
    /// <summary>How many nonces each lane tries before it is seen whether to go on: about a fifth of a millisecond.</summary>
    private const int TriesPerChunk = 512;

    /// <summary>An easy block is mined before it would pay to call other threads.</summary>
    private const int ChunksAlone = 8;

    /// <summary>The header with the lowest nonce whose hash fits, and that hash. Nonces are tried from 0, so that the nonce found
    /// is one less than the number of attempts.</summary>
    /// <param name="header">The header; its nonce does not matter.</param>
    /// <param name="difficulty">What the hash must fit.</param>
    /// <param name="workers">Who searches. Their number decides how soon the nonce is found, never which.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static (BlockHeader Header, Hash256 Hash) Mine(BlockHeader header, Difficulty difficulty, Workers workers) =>
        Mine(header, difficulty, workers, HashPath.Best, start: 0);

    /// <summary>As above, along one of the ways to hash and with the lowest nonce from <paramref name="start"/> on.</summary>
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
        return difficulty.IsMetBy(hash) ? (mined, hash) : throw new UnreachableException($"Nonce {mined.Nonce} does not fit.");
    }

    /// <summary>A search that threads share. Each takes the next chunk of nonces, until all that is left lies above a nonce found.</summary>
    private sealed class Search(BlockHeader header, Difficulty difficulty, HashPath path, ulong start, CancellationToken cancellation)
    {
        private readonly ulong _chunkLength = (ulong)(TriesPerChunk * path.Lanes);
        private readonly Lock _lock = new();
        private long _chunksTaken;
        private ulong _lowest = ulong.MaxValue;

        /// <summary>The lowest nonce found; the highest number of all as long as there is none.</summary>
        public ulong Lowest => Volatile.Read(ref _lowest);

        public bool IsOver => Lowest != ulong.MaxValue;

        /// <summary>Searches until it is over or so many chunks are done.</summary>
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
