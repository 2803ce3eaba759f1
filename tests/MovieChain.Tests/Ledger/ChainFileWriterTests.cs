using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class ChainFileWriterTests
{
    private static readonly Chain _chain = Samples.SmallChain();
    private static readonly byte[] _file = ChainBytes.Of(_chain.Blocks);

    [Fact]
    public void Every_block_is_in_the_file_as_soon_as_it_was_appended()
    {
        using var folder = new ChainFolder();
        using var writer = ChainFileWriter.Create(folder.Path);
        var ends = ChainBytes.Ends(_file);
        Assert.Equal(_file[..8], Read(folder.Path));
        for (var height = 0; height < _chain.Blocks.Length; height++)
        {
            writer.Append(_chain.Blocks[height]);
            Assert.Equal(_file[..ends[height + 1]], Read(folder.Path));
        }
    }

    [Fact]
    public void A_file_that_exists_is_never_overwritten()
    {
        using var folder = new ChainFolder();
        folder.Write([1, 2, 3]);

        Assert.Throws<IOException>(() => ChainFileWriter.Create(folder.Path));

        Assert.Equal([1, 2, 3], Read(folder.Path));
    }

    [Fact]
    public void A_file_is_continued_behind_its_good_blocks()
    {
        using var folder = new ChainFolder();
        var ends = ChainBytes.Ends(_file);
        folder.Write([.. _file[..ends[2]], .. Enumerable.Repeat((byte)9, 1000)]);

        using (var writer = ChainFileWriter.Continue(folder.Path, ends[2]))
        {
            writer.Append(_chain.Blocks[2]);
        }

        Assert.Equal(_file[..ends[3]], Read(folder.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void A_file_without_blocks_is_begun_again(int goodLength)
    {
        using var folder = new ChainFolder();
        folder.Write(_file[..(goodLength + 5)]);

        using (var writer = ChainFileWriter.Continue(folder.Path, goodLength))
        {
            writer.Append(_chain.Blocks[0]);
        }

        Assert.Equal(_file[..ChainBytes.Ends(_file)[1]], Read(folder.Path));
    }

    [Fact]
    public void A_good_file_that_is_opened_to_be_continued_stays_as_it_is_to_the_time_of_its_last_change()
    {
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(_file), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        ChainFileWriter.Continue(folder.Path, _file.Length).Dispose();

        Assert.Equal(_file, Read(folder.Path));
        Assert.Equal(new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc), File.GetLastWriteTimeUtc(folder.Path));
    }

    [Fact]
    public void There_is_nothing_to_continue_where_there_is_no_file()
    {
        using var folder = new ChainFolder();
        Assert.Throws<FileNotFoundException>(() => ChainFileWriter.Continue(folder.Path, 0));
    }

    [Fact]
    public void Only_one_at_a_time_has_the_lock()
    {
        using var folder = new ChainFolder();
        var first = ChainFileLock.TryTake(folder.Path);

        Assert.NotNull(first);
        Assert.Null(ChainFileLock.TryTake(folder.Path));
        first.Dispose();
        using var second = ChainFileLock.TryTake(folder.Path);
        Assert.NotNull(second);
        Assert.Equal(["run.chain.lock"], folder.Files);
    }

    [Fact]
    public void A_link_to_a_file_has_the_same_lock()
    {
        using var folder = new ChainFolder();
        var link = Path.Combine(folder.Folder, "link.chain");
        File.CreateSymbolicLink(link, folder.Write(_file));

        using var held = ChainFileLock.TryTake(folder.Path);

        Assert.Null(ChainFileLock.TryTake(link));

        // A name alone is a path like any other, also where the link itself is relative.
        Assert.Null(ChainFileLock.TryTake(Path.GetRelativePath(Environment.CurrentDirectory, link)));
        var bare = $"{Path.GetFileName(folder.Folder)}.chain";
        File.CreateSymbolicLink(bare, Path.GetRelativePath(Environment.CurrentDirectory, folder.Path));
        try
        {
            Assert.Null(ChainFileLock.TryTake(bare));
        }
        finally
        {
            File.Delete(bare);
        }
    }

    [Fact]
    public void A_lock_that_cannot_be_made_is_an_exception_and_not_taken_for_one_that_is_held()
    {
        using var folder = new ChainFolder();
        Assert.Throws<DirectoryNotFoundException>(() => ChainFileLock.TryTake(Path.Combine(folder.Folder, "none", "run.chain")));
        Directory.CreateDirectory(folder.Path + ChainFileLock.Suffix);
        Assert.Throws<UnauthorizedAccessException>(() => ChainFileLock.TryTake(folder.Path));
    }

    [Fact]
    public void Recorded_blocks_are_taken_and_the_others_mined_and_recorded()
    {
        using var folder = new ChainFolder();
        var ends = ChainBytes.Ends(_file);
        folder.Write(_file[..ends[3]]);
        var mined = new List<long>();
        using (var writer = ChainFileWriter.Continue(folder.Path, ends[3]))
        using (var recorded = new ChainFileReader(folder.Path))
        {
            Remake(new RecordingMiner(new Witness(mined), recorded, writer), _chain.Blocks.Length);
        }

        Assert.Equal([3, 4], mined);
        Assert.Null(ChainBytes.FindFault(Read(folder.Path)));
        Assert.Equal(_file[..ends[3]], Read(folder.Path)[..ends[3]]);
        Assert.Equal(_chain.Head.Hash, ChainBytes.Verify(Read(folder.Path)).Head.Hash());
    }

    [Fact]
    public void A_recorded_block_that_is_not_the_one_asked_for_is_refused()
    {
        for (var height = 0; height < _chain.Blocks.Length; height++)
        {
            using var folder = new ChainFolder();
            var old = _chain.Blocks[height].Header;
            var other = Samples.Seal(
                Samples.Records([.. _chain.Blocks[height].Records.ToArrays(), [99]]), old.Previous, height: height, time: old.Time);
            folder.Write(ChainBytes.Of([.. _chain.Blocks.Take(height), other]));
            using var writer = ChainFileWriter.Continue(folder.Path, new FileInfo(folder.Path).Length);
            using var recorded = new ChainFileReader(folder.Path);

            var fault = Assert.Throws<ChainMismatchException>(() => Remake(new RecordingMiner(Samples.Miner(), recorded, writer), height + 1));

            Assert.Equal(height, fault.Height);
        }
    }

    [Fact]
    public void A_file_that_is_damaged_while_it_is_continued_is_not_appended_to()
    {
        using var folder = new ChainFolder();
        var ends = ChainBytes.Ends(_file);
        folder.Write(_file[..ends[2]]);
        using var writer = ChainFileWriter.Continue(folder.Path, ends[2]);
        folder.Write([.. _file[..(ends[2] - 1)], (byte)~_file[ends[2] - 1]]);
        using var recorded = new ChainFileReader(folder.Path);

        Assert.Equal(1, Assert.Throws<ChainMismatchException>(() => Remake(new RecordingMiner(Samples.Miner(), recorded, writer), 5)).Height);
        Assert.Equal(ends[2], Read(folder.Path).Length);
    }

    [Fact]
    public void A_block_that_cannot_be_written_is_an_exception()
    {
        if (OperatingSystem.IsLinux())
        {
            // The device that is always full.
            Assert.Throws<IOException>(() => ChainFileWriter.Continue("/dev/full", 0));
            return;
        }

        using var folder = new ChainFolder();
        var writer = ChainFileWriter.Create(folder.Path);
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Append(_chain.Blocks[0]));
    }

    /// <summary>Makes the beginning of the small chain again.</summary>
    private static void Remake(RecordingMiner maker, int blocks)
    {
        foreach (var block in _chain.Blocks.Take(blocks))
        {
            var author = Samples.Keys[block.Header.Height == 0 ? 0 : Samples.Rules.AuthorOf(block)!.Value];
            var made = maker.Make(block.Header.WithNonce(0), block.Records, author);
            Assert.Equal(block.Header.Bytes, made.Header.Bytes);
        }
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Witness(List<long> mined) : IBlockMaker
    {
        public Block Make(BlockHeader header, RecordList records, PrivateKey author)
        {
            mined.Add(header.Height);
            return Samples.Miner().Make(header, records, author);
        }
    }
}
