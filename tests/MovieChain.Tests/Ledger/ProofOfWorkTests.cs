using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class ProofOfWorkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(13)]
    public void The_nonce_found_is_the_lowest_one_that_fits(int bits)
    {
        for (var number = 0; number < 8; number++)
        {
            var header = Samples.Header(number);

            var (mined, hash) = ProofOfWork.Mine(header, new Difficulty(bits), new Workers(1));

            Assert.Equal(LowestNonce(header, bits), mined.Nonce);
            Assert.Equal(header.WithNonce(mined.Nonce).Bytes, mined.Bytes);
            Assert.Equal(mined.Hash(), hash);
            Assert.True(hash.LeadingZeroBits >= bits);
        }
    }

    [Fact]
    public void The_nonce_that_a_header_comes_with_does_not_matter()
    {
        var header = Samples.Header(3);

        var (first, _) = ProofOfWork.Mine(header, new Difficulty(8), new Workers(1));
        var (second, _) = ProofOfWork.Mine(header.WithNonce(1_000_000), new Difficulty(8), new Workers(1));

        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Fact]
    public void A_search_that_is_cancelled_before_it_begins_ends_at_once() => Assert.Throws<OperationCanceledException>(
        () => ProofOfWork.Mine(Samples.Header(1), new Difficulty(0), new Workers(1, new CancellationToken(canceled: true))));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_search_under_way_ends_soon_after_it_is_cancelled(int threads)
    {
        // Without cancellation the search would go on for half a minute or more.
        using var cancellation = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        var search = Task.Run(() =>
        {
            begun.Set();
            return ProofOfWork.Mine(Samples.Header(2), new Difficulty(32), new Workers(threads, cancellation.Token));
        });
        begun.Wait();
        ProofOfWork.Mine(Samples.Header(3), new Difficulty(16), new Workers(1));

        await cancellation.CancelAsync();

        var cancelled = Stopwatch.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
        Assert.InRange(Stopwatch.GetElapsedTime(cancelled), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Mining_takes_two_to_the_power_of_the_bits_attempts_on_average()
    {
        const int Blocks = 400;
        var chain = Chain.Begin(Samples.RulesFor(6, "A"), [], Samples.Keys[0], Samples.Miner());
        while (chain.Blocks.Length < Blocks)
        {
            chain = Samples.Mine(chain, author: 0, time: chain.Blocks.Length);
        }

        // Attempts are geometric: mean 64, standard deviation 63.5, and 3.2 for the mean of 400.
        Assert.Equal(Blocks * 64, chain.ExpectedAttempts);
        Assert.InRange(chain.Attempts / (double)Blocks, 64 - 12, 64 + 12);
    }

    private static ulong LowestNonce(BlockHeader header, int bits)
    {
        var bytes = header.Bytes.ToArray();
        for (ulong nonce = 0; ; nonce++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(88), nonce);
            var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(bytes));
            if (hash < 1L << (32 - bits))
            {
                return nonce;
            }
        }
    }
}
