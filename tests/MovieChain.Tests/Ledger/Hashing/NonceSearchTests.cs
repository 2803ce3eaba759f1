using System.Buffers.Binary;
using System.Security.Cryptography;
using CsCheck;
using MovieChain.Ledger;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Tests.Ledger.Hashing;

/// <summary>Every path finds the nonce that trying them one by one with the library finds.</summary>
public sealed class NonceSearchTests
{
    private static readonly Gen<BlockHeader> _headers = Gen.Byte.Array[BlockHeader.Length].Select(bytes => new BlockHeader(bytes));

    public static TheoryData<string> Paths => [.. HashPath.All.Select(path => path.Name)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_nonce_is_the_lowest_from_any_start_on(string path) =>
        Gen.Select(_headers, Gen.Int[0, 12], Gen.ULong).Sample((header, bits, start) => AssertLowest(path, header, bits, start), iter: 60);

    /// <summary>At these difficulties several nonces of one batch fit, so that the first lane of several must win.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void Of_several_nonces_in_a_batch_the_lowest_is_taken(string path) =>
        Gen.Select(_headers, Gen.Int[0, 4], Gen.ULong[0, 100]).Sample((header, bits, start) => AssertLowest(path, header, bits, start), iter: 300);

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_low_half_of_the_nonce_carries_into_the_high_half(string path) =>
        Gen.Select(_headers, Gen.ULong[1, uint.MaxValue], Gen.ULong[1, 70]).Sample(
            (header, high, before) => AssertLowest(path, header, bits: 9, (high << 32) - before),
            iter: 60);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Nonces_from_the_end_of_the_count_on_are_left_out(string path) =>
        Gen.Select(_headers, Gen.Int[0, 6], Gen.ULong).Sample(
            (header, bits, start) =>
            {
                var lowest = LowestNonce(header, bits, start);
                Assert.Null(Find(path, header, bits, start, lowest - start));
                Assert.Equal(lowest, Find(path, header, bits, start, lowest - start + 1));
            },
            iter: 60);

    /// <summary>With a limit just at or just below it, each hash's first word shows itself to the bit.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void The_first_word_of_every_lane_is_that_of_the_library(string path) =>
        Gen.Select(_headers, Gen.ULong).Sample(
            (header, start) =>
            {
                var search = Path(path);
                for (var nonce = start; nonce != start + (2 * (ulong)search.Lanes); nonce++)
                {
                    var word = FirstWord(header, nonce);
                    Assert.Equal(nonce, search.FindLowestNonce(header, word, nonce, 1));
                    Assert.Null(search.FindLowestNonce(header, word - 1, nonce, 1));
                }

                // All lanes of a batch at once: the lowest word of a run of nonces stands where the library says.
                var words = Enumerable.Range(0, search.Lanes).Select(lane => FirstWord(header, start + (ulong)lane)).ToList();
                var least = words.Min();
                Assert.Equal(start + (ulong)words.IndexOf(least), search.FindLowestNonce(header, least, start, (ulong)search.Lanes));
            },
            iter: 5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Any_number_of_threads_finds_the_same_nonce(int threads)
    {
        // Hard enough that all threads take part, and on to several chunks each.
        for (var number = 0; number < 3; number++)
        {
            var header = Samples.Header(number);
            var alone = HashPath.Best.FindLowestNonce(header, new Difficulty(20).HighestFirstWord, 0, ulong.MaxValue);

            var (mined, hash) = ProofOfWork.Mine(header, new Difficulty(20), new Workers(threads));

            Assert.Equal(alone, mined.Nonce);
            Assert.Equal(header.WithNonce(mined.Nonce).Hash(), hash);
        }
    }

    /// <summary>Along the narrow path the chunks are short, so that the nonce lies many chunks away.</summary>
    [Fact]
    public void The_lowest_nonce_is_found_across_chunks_on_many_threads() =>
        Gen.Select(_headers, Gen.ULong, Gen.Int[2, 5]).Sample(
            (header, start, threads) =>
            {
                var (mined, _) = ProofOfWork.Mine(header, new Difficulty(13), new Workers(threads), HashPath.All[^1], start);
                Assert.Equal(LowestNonce(header, 13, start), mined.Nonce);
            },
            iter: 20);

    private static void AssertLowest(string path, BlockHeader header, int bits, ulong start)
    {
        var lowest = LowestNonce(header, bits, start);
        Assert.Equal(lowest, Find(path, header, bits, start, count: 1_000_000));
    }

    private static ulong? Find(string path, BlockHeader header, int bits, ulong start, ulong count) =>
        Path(path).FindLowestNonce(header, new Difficulty(bits).HighestFirstWord, start, count);

    private static HashPath Path(string name) => HashPath.All.Single(path => path.Name == name);

    private static ulong LowestNonce(BlockHeader header, int bits, ulong start)
    {
        var nonce = start;
        while (FirstWord(header, nonce) >= 1L << (32 - bits))
        {
            nonce++;
        }

        return nonce;
    }

    private static uint FirstWord(BlockHeader header, ulong nonce)
    {
        var bytes = header.Bytes.ToArray();
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(88), nonce);
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(bytes));
    }
}
