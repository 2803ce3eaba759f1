using System.IO.Compression;
using System.Text;
using MovieChain.Evaluation;
using MovieChain.Evaluation.Files;

namespace MovieChain.Tests.Evaluation;

public sealed class TextStreamTests
{
    private const string Rows = "userId,movieId,rating,timestamp\n7,né 名,2.5,1\n9,31,4,2\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_with_a_byte_order_mark_is_read_compressed_or_not(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Rows)];
        Assert.Equal(Rows, ReadAll(bytes));
        Assert.Equal(Rows, ReadAll(Gzip(bytes)));
    }

    [Fact]
    public void Gzip_of_several_members_is_read_whole()
    {
        var bytes = Encoding.UTF8.GetBytes(Rows);
        Assert.Equal(Rows + Rows, ReadAll([.. Gzip(bytes), .. Gzip(bytes)]));
    }

    [Fact]
    public void A_long_text_is_read_whole_after_its_beginning_was_looked_at()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(row => $"{row},{row}\n"));
        var read = TextStream.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), stream =>
        {
            Assert.StartsWith("0,0\n", Encoding.UTF8.GetString(stream.Peek(10)), StringComparison.Ordinal);
            Assert.Equal(100_000, stream.Peek(100_000).Length);
            return new StreamReader(stream).ReadToEnd();
        });
        Assert.Equal(text, read);
    }

    [Theory]
    [InlineData("504B0304140000000800", "is a zip archive: unpack it and name the file in it")]
    [InlineData("504B030414000600080000002100786C2F776F726B", "is an Excel workbook (.xlsx): save the table as CSV")]
    [InlineData("FD377A585A000004", "is compressed with xz: decompress it, or compress it with gzip instead, which is read")]
    [InlineData("425A6839314159265359", "is compressed with bzip2")]
    [InlineData("28B52FFD0458", "is compressed with zstd")]
    [InlineData("04224D186440", "is compressed with lz4")]
    [InlineData("377ABCAF271C0004", "is a 7z archive")]
    [InlineData("526172211A0700", "is a RAR archive")]
    [InlineData("5041523115041500", "is a Parquet file: save the table as CSV")]
    [InlineData("4152524F57310000", "is an Arrow or Feather file")]
    [InlineData("894844460D0A1A0A", "is an HDF5 file")]
    [InlineData("D0CF11E0A1B11AE1", "is an Excel workbook (.xls)")]
    [InlineData("53514C69746520666F726D6174203300", "is an SQLite database")]
    [InlineData("934E554D50590100", "is a NumPy array")]
    [InlineData("580A000000030004", "is an R object (.rds): save the table with write.csv")]
    [InlineData("524458330A580A", "is an R workspace: save the table with write.csv")]
    [InlineData("7B2275736572223A317D", "is JSON")]
    [InlineData("5B0A20207B", "is JSON")]
    [InlineData("3C68746D6C3E", "is HTML or XML")]
    [InlineData("0A203C21444F43545950452068746D6C3E", "is HTML or XML: a download may have led to a page instead of the file")]
    [InlineData("31002C0032002C0033000A00", "is UTF-16 without a byte order mark: save it as UTF-8, or with the mark")]
    [InlineData("0031002C0032002C0033000A", "is UTF-16 without a byte order mark")]
    [InlineData("312C322C330000000000", "is not text")]
    [InlineData("312C0105322C330A", "has control characters and is not text")]
    public void A_file_that_is_not_text_is_called_what_it_is_compressed_or_not(string bytes, string said)
    {
        var contents = Convert.FromHexString(bytes);
        Assert.StartsWith(said, Fault(contents), StringComparison.Ordinal);
        Assert.StartsWith(said, Fault(Gzip(contents)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAR1")]
    [InlineData("ARROW1")]
    [InlineData("RDX2")]
    [InlineData("PK")]
    [InlineData("BZh1")]
    [InlineData("{0f1a-2b}")]
    [InlineData("[deleted]")]
    [InlineData("<none>")]
    public void An_id_that_looks_like_the_beginning_of_another_file_is_an_id(string id) => Assert.Equal(id, Tables.Read($"{id},2,3,4\n").Users[0]);

    [Fact]
    public void A_tar_archive_in_gzip_is_called_so()
    {
        var tar = new byte[512];
        "ustar"u8.CopyTo(tar.AsSpan(257));
        tar[0] = (byte)'r';
        Assert.StartsWith("is a tar archive", Fault(Gzip(tar)), StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_in_gzip_is_refused() => Assert.StartsWith("is compressed with gzip twice", Fault(Gzip(Gzip([1, 2, 3]))), StringComparison.Ordinal);

    [Fact]
    public void A_damaged_gzip_file_is_called_so_even_where_a_wrong_row_shows_first()
    {
        // Not compressed, so that one wrong byte is one wrong letter; long enough that the checksum is not seen at once.
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(row => $"1,{row},3,4\n"));
        var bytes = Gzip(Encoding.UTF8.GetBytes(text), CompressionLevel.NoCompression);
        bytes[bytes.AsSpan().IndexOf("1,7,"u8) + 1] = (byte)'7';
        var fault = Assert.Throws<MalformedFileException>(() => RatingFile.Read(new MemoryStream(bytes), RatingFormat.Any, new IdIndex(), new IdIndex()));
        Assert.Equal("is compressed with gzip and is damaged or incomplete", fault.Message);
    }

    [Theory]
    [InlineData("FFFE31")]
    [InlineData("FFFE00D83100")]
    public void Text_that_belies_its_byte_order_mark_is_refused(string bytes) =>
        Assert.Contains("byte order mark, but is not text", Fault(Convert.FromHexString(bytes)), StringComparison.Ordinal);

    [Theory]
    [InlineData("user,item,rating,time\n1,\u00e9,3,4\n", "line 2: column 'item': the film id")]
    [InlineData("\u00e9,1,3,4\n", "line 1: column 1: the user id")]
    public void An_id_that_is_not_UTF_8_is_refused(string text, string said)
    {
        var contents = new MemoryStream(Encoding.Latin1.GetBytes(text));
        var fault = Assert.Throws<MalformedFileException>(() => RatingFile.Read(contents, RatingFormat.Any, new IdIndex(), new IdIndex()));
        Assert.StartsWith(said, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("is not UTF-8; save the file as UTF-8", fault.Message, StringComparison.Ordinal);
    }

    private static string ReadAll(byte[] contents) => TextStream.Read(new MemoryStream(contents), stream => new StreamReader(stream).ReadToEnd());

    private static string Fault(byte[] contents) => Assert.Throws<MalformedFileException>(() => ReadAll(contents)).Message;

    private static byte[] Gzip(ReadOnlySpan<byte> contents, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, level))
        {
            stream.Write(contents);
        }

        return compressed.ToArray();
    }
}
