using System.Collections.Concurrent;
using MovieChain.Ledger;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Tests.Ledger;

/// <summary>How threads share a search, told by a path that hashes nothing and finds nonces when the test wants it to.</summary>
public sealed class SharedSearchTests
{
    /// <summary>Two chunks that are searched at the same time, long after the calling thread has called for help.</summary>
    private const ulong Low = 20 * ScriptedPath.ChunkLength;
    private const ulong High = 21 * ScriptedPath.ChunkLength;

    private static readonly BlockHeader _header = Samples.Header(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_lower_of_two_nonces_wins_whichever_is_found_first(bool lowFirst)
    {
        using var bothUnderWay = new Barrier(2);
        using var first = new ManualResetEventSlim();
        var path = new ScriptedPath(start =>
        {
            if (start is not (Low or High))
            {
                return null;
            }

            Assert.True(bothUnderWay.SignalAndWait(TimeSpan.FromMinutes(1)));
            if (start == Low == lowFirst)
            {
                first.Set();
            }
            else
            {
                Assert.True(first.Wait(TimeSpan.FromMinutes(1)));

                // Time for the other thread to say what it found.
                Thread.Sleep(20);
            }

            return start + 5;
        });

        var (mined, _) = ProofOfWork.Mine(_header, new Difficulty(0), new Workers(2), path, start: 0);

        Assert.Equal(Low + 5, mined.Nonce);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_nonce_up_to_the_one_found_is_tried_once(int threads)
    {
        const ulong Start = 1000;
        const ulong Found = Start + Low + 7;
        var path = new ScriptedPath(start => start <= Found && Found < start + ScriptedPath.ChunkLength ? Found : null);

        var (mined, _) = ProofOfWork.Mine(_header, new Difficulty(0), new Workers(threads), path, Start);

        Assert.Equal(Found, mined.Nonce);
        var starts = path.Starts.Order().ToList();
        Assert.Equal(Enumerable.Range(0, starts.Count).Select(chunk => Start + ((ulong)chunk * ScriptedPath.ChunkLength)), starts);
        Assert.True(starts.Count > (int)(Low / ScriptedPath.ChunkLength));
    }

    [Fact]
    public void An_easy_block_is_mined_by_the_calling_thread_alone()
    {
        var path = new ScriptedPath(start => start >= 3 * ScriptedPath.ChunkLength ? start : null);

        ProofOfWork.Mine(_header, new Difficulty(0), new Workers(8), path, start: 0);

        Assert.Equal([Environment.CurrentManagedThreadId], path.Threads.Distinct());
        Assert.Equal(4, path.Starts.Count);
    }

    [Fact]
    public void A_nonce_whose_hash_does_not_fit_is_never_returned() =>
        Assert.ThrowsAny<Exception>(() => ProofOfWork.Mine(_header, new Difficulty(32), new Workers(1), new ScriptedPath(start => start), start: 0));

    private sealed class ScriptedPath(Func<ulong, ulong?> find) : HashPath("scripted")
    {
        public const ulong ChunkLength = 512;

        public ConcurrentQueue<ulong> Starts { get; } = [];

        public ConcurrentQueue<int> Threads { get; } = [];

        public override int Lanes => 1;

        public override bool IsAvailable => true;

        public override ulong? FindLowestNonce(BlockHeader header, uint limit, ulong start, ulong count)
        {
            Assert.Equal(ChunkLength, count);
            Assert.True(start < 100 * ChunkLength, "The search passed over the nonce.");
            Starts.Enqueue(start);
            Threads.Enqueue(Environment.CurrentManagedThreadId);
            return find(start);
        }

        public override void HashAll(byte prefix, int count, MessageAt messageAt, Span<byte> hashes) => throw new NotSupportedException();
    }
}
