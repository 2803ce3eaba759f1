using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

/// <summary>What a file claims costs no memory before the file has shown that it is true.</summary>
public sealed class ChainFileBoundsTests
{
    private const int Kilobyte = 1024;

    [Theory]
    [InlineData(0u)]
    [InlineData(163u)]
    [InlineData((512u * 1024 * 1024) + 1)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(0x80000000u)]
    [InlineData(0xFFFFFFFFu)]
    public void A_length_that_no_block_may_have_is_refused_and_nothing_is_allocated(uint length) =>
        AssertAllocatesLittle(WithLength(length), ChainFaultKind.FrameHead);

    [Theory]
    [InlineData(1000u)]
    [InlineData(512u * 1024 * 1024)]
    public void A_length_beyond_the_end_of_the_file_is_a_truncation_and_nothing_is_allocated(uint length) =>
        AssertAllocatesLittle(WithLength(length), ChainFaultKind.Truncated);

    [Theory]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(0x80000000u)]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(1000u)]
    [InlineData(0u)]
    public void A_number_of_records_that_the_payload_cannot_hold_is_refused_and_nothing_is_allocated(uint count)
    {
        byte[] payload = [.. new byte[160], .. ChainBytes.Number(count), .. new byte[100]];
        AssertAllocatesLittle(ChainBytes.Join([ChainBytes.Frame(payload)]), ChainFaultKind.Layout);
    }

    [Fact]
    public void A_block_has_at_most_4194304_records()
    {
        const int Most = 4_194_304;
        Assert.Equal(Most, ReadBlock(Most)?.Records.Count);
        Assert.Null(ReadBlock(Most + 1));

        var builder = new RecordList.Builder();
        for (var record = 0; record <= Most; record++)
        {
            builder.Add(0);
        }

        Assert.Throws<InvalidOperationException>(() => ChainFileFormat.Frame(new Block(default, builder.Build(), default, default)));

        static Block? ReadBlock(int records) => ChainFileFormat.TryReadBlock([.. new byte[160], .. ChainBytes.Number((uint)records), .. new byte[2 * records]]);
    }

    [Fact]
    public void Of_a_long_file_few_blocks_are_held_at_a_time()
    {
        const int Blocks = 120;
        var chain = Chain.Begin(Samples.RulesFor(0, "A"), [], Samples.Keys[0], Samples.Miner());
        while (chain.Blocks.Length < Blocks)
        {
            chain = Samples.Mine(chain, author: 0, time: 0, new byte[1000]);
        }

        var file = ChainBytes.Of(chain.Blocks);
        var seen = new List<WeakReference>();
        var most = 0;
        using var reader = new ChainFileReader(new MemoryStream(file));
        ChainFile.Verify(reader, new Workers(64), filed =>
        {
            seen.Add(new WeakReference(filed.Block));
            if (seen.Count % 20 == 0)
            {
                GC.Collect();
                most = Math.Max(most, seen.Count(block => block.IsAlive));
            }
        });

        // Genesis, a batch of eight, and the batch before it where nothing has taken its place on the stack yet.
        Assert.Equal(Blocks, seen.Count);
        Assert.InRange(most, 1, 17);
    }

    [Fact]
    public void A_block_is_read_into_memory_once()
    {
        var records = Enumerable.Range(0, 1000).Select(_ => new byte[1000]).ToArray();
        var chain = Samples.Mine(Chain.Begin(Samples.RulesFor(0, "A"), [], Samples.Keys[0], Samples.Miner()), author: 0, time: 0, records);
        using var reader = new ChainFileReader(new MemoryStream(ChainBytes.Of(chain.Blocks)));
        reader.Read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1001, reader.Read()?.Block.Records.Count);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1000 * 1000, 1100 * 1000);
    }

    private static byte[] WithLength(uint length)
    {
        byte[] bytes = ChainBytes.Number(length);
        return ChainBytes.Join([[.. bytes, .. ChainBytes.Number(ChainFileFormat.Checksum(bytes)), .. new byte[500]]]);
    }

    private static void AssertAllocatesLittle(byte[] file, ChainFaultKind kind)
    {
        using var reader = new ChainFileReader(new MemoryStream(file));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(reader.Read());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * Kilobyte);
        Assert.Equal(new ChainFault(0, kind, 8), reader.Fault);
    }
}
