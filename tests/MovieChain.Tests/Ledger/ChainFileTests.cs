using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class ChainFileTests
{
    private static readonly Chain _chain = Samples.SmallChain();
    private static readonly byte[] _file = ChainBytes.Of(_chain.Blocks);

    [Fact]
    public void The_checksum_is_CRC_32C()
    {
        // The check value and the vectors of RFC 3720, B.4.
        Assert.Equal(0xE3069283u, ChainFileFormat.Checksum("123456789"u8));
        Assert.Equal(0x8A9136AAu, ChainFileFormat.Checksum(new byte[32]));
        Assert.Equal(0x46DD794Eu, ChainFileFormat.Checksum([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        Assert.Equal(0u, ChainFileFormat.Checksum([]));
    }

    [Fact]
    public void A_file_is_laid_out_as_documented()
    {
        var block = _chain.Blocks[1];
        Assert.Equal("MVCFILE\u0001"u8.ToArray(), _file[..8]);
        byte[] payload =
        [
            .. block.Header.Bytes, .. block.Signature.Bytes,
            0, 0, 0, 3,
            0, 2, 0, 0,
            0, 3, 1, 2, 3,
            0, 1, 4,
        ];
        byte[] length = [0, 0, 0, (byte)payload.Length];
        byte[] frame = [.. length, .. ChainBytes.Number(ChainFileFormat.Checksum(length)), .. ChainBytes.Number(ChainFileFormat.Checksum(payload)), .. payload];

        Assert.Equal(frame, ChainFileFormat.Frame(block));
        Assert.Equal(frame, ChainBytes.Frames(_file)[1]);
    }

    [Fact]
    public void Blocks_that_are_written_are_read_again_with_their_places()
    {
        using var reader = new ChainFileReader(new MemoryStream(_file));
        var ends = ChainBytes.Ends(_file);
        for (var height = 0; height < _chain.Blocks.Length; height++)
        {
            var read = reader.Read();

            Assert.NotNull(read);
            Assert.Equal((ends[height], ends[height + 1]), (read.Offset, read.End));
            Assert.Equal(read.End, reader.End);
            Assert.Equal(_chain.Blocks[height].Hash, read.Block.Hash);
            Assert.Equal(_chain.Blocks[height].Header.Bytes, read.Block.Header.Bytes);
            Assert.Equal(_chain.Blocks[height].Signature.Bytes, read.Block.Signature.Bytes);
            Assert.Equal(_chain.Blocks[height].Records.ToArrays(), read.Block.Records.ToArrays());
            Assert.Equal(ChainBytes.Frames(_file)[height], ChainFileFormat.Frame(read.Block));
        }

        Assert.Null(reader.Read());
        Assert.Null(reader.Fault);
        Assert.Equal(_file.Length, reader.End);
        Assert.Equal(5, reader.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public void A_good_file_is_found_good_and_summed_up(int threads)
    {
        var found = ChainBytes.Verify(_file, threads);

        Assert.Null(found.Fault);
        Assert.Equal(["Netflix", "Hulu", "Primé"], found.Rules?.Authors.Select(author => author.Name));
        Assert.Equal(_chain.Blocks[0].Hash, found.Genesis?.Hash);
        Assert.Equal(_chain.Head.Hash, found.Head.Hash());
        Assert.Equal((5, 12), (found.Blocks, found.Records));
        Assert.Equal((_file.Length, _file.Length), (found.GoodLength, found.FileLength));
    }

    [Fact]
    public void Every_good_block_is_told_of_in_order_up_to_the_first_fault()
    {
        var changed = ChainBytes.Join(ChainBytes.Frames(_file).SetItem(3, ChainBytes.Frames(_file)[2]));
        var seen = new List<Hash256>();
        using var reader = new ChainFileReader(new MemoryStream(changed));

        var found = ChainFile.Verify(reader, new Workers(4), filed => seen.Add(filed.Block.Hash));

        Assert.Equal(_chain.Blocks.Take(3).Select(block => block.Hash), seen);
        Assert.Equal(new ChainFault(3, ChainFaultKind.Height, ChainBytes.Ends(_file)[3]), found.Fault);
        Assert.Equal((3, _chain.Blocks[2].Hash, ChainBytes.Ends(_file)[3]), (found.Blocks, found.Head.Hash(), found.GoodLength));
    }

    [Fact]
    public void Verification_can_be_cancelled()
    {
        using var reader = new ChainFileReader(new MemoryStream(_file));
        Assert.ThrowsAny<OperationCanceledException>(() => ChainFile.Verify(reader, new Workers(2, new CancellationToken(canceled: true))));
    }

    [Fact]
    public void What_is_appended_after_the_file_was_opened_is_not_read()
    {
        using var stream = new MemoryStream();
        stream.Write(ChainBytes.Of(_chain.Blocks.Take(2)));
        using var reader = new ChainFileReader(stream);
        stream.Write(ChainFileFormat.Frame(_chain.Blocks[2]));
        stream.Position = 0;

        Assert.NotNull(reader.Read());
        Assert.NotNull(reader.Read());
        Assert.Null(reader.Read());
        Assert.Null(reader.Fault);
    }

    [Fact]
    public void A_file_that_shrinks_while_it_is_read_is_truncated()
    {
        using var stream = new MemoryStream();
        stream.Write(_file);
        stream.Position = 0;
        using var reader = new ChainFileReader(stream);
        Assert.NotNull(reader.Read());

        stream.SetLength(ChainBytes.Ends(_file)[1] + 20);

        Assert.Null(reader.Read());
        Assert.Equal(new ChainFault(1, ChainFaultKind.Truncated, ChainBytes.Ends(_file)[1]), reader.Fault);
    }

    [Fact]
    public void What_cannot_be_read_is_an_exception_and_not_a_fault_of_the_chain()
    {
        using var broken = new ChainFileReader(new BrokenStream(new IOException("broken")));
        Assert.Throws<IOException>(() => broken.Read());
        using var forbidden = new ChainFileReader(new BrokenStream(new UnauthorizedAccessException("forbidden")));
        Assert.Throws<UnauthorizedAccessException>(() => forbidden.Read());
        using var folder = new ChainFolder();
        Assert.Throws<FileNotFoundException>(() => new ChainFileReader(folder.Path));
        Assert.Throws<UnauthorizedAccessException>(() => new ChainFileReader(folder.Folder));
    }

    [Fact]
    public void A_stream_without_a_length_is_refused()
    {
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        Assert.Throws<IOException>(() => new ChainFileReader(pipe));
    }

    /// <summary>A disk that fails.</summary>
    private sealed class BrokenStream(Exception fault) : MemoryStream(new byte[1000])
    {
        public override int Read(Span<byte> buffer) => throw fault;
    }
}
