using System.Collections.Immutable;

namespace MovieChain.Evaluation.Files;

/// <summary>Recognizes files that are not text by their first bytes, to say what they are.</summary>
internal static class FileKind
{
    /// <summary>Number of bytes looked at.</summary>
    public const int Length = 4096;

    private const string Decompress = "decompress it, or compress it with gzip instead, which is read";
    private const string Export = "save the table as CSV";
    private const string ExportFromR = "save the table with write.csv";

    private static readonly ImmutableArray<(byte[] Magic, string Kind, string Help)> _kinds =
    [
        ([0x1F, 0x8B], "is compressed with gzip twice", "decompress it once"),
        ([0xFD, .. "7zXZ\0"u8], "is compressed with xz", Decompress),
        ([0x28, 0xB5, 0x2F, 0xFD], "is compressed with zstd", Decompress),
        ([0x04, 0x22, 0x4D, 0x18], "is compressed with lz4", Decompress),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "is a 7z archive", Decompress),
        ([.. "Rar!"u8, 0x1A, 0x07], "is a RAR archive", Decompress),
        ([.. "PAR1"u8, 0x15], "is a Parquet file", Export),
        ([.. "ARROW1\0"u8], "is an Arrow or Feather file", Export),
        ([0x89, .. "HDF\r\n"u8, 0x1A, (byte)'\n'], "is an HDF5 file", Export),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "is an Excel workbook (.xls)", Export),
        ([.. "SQLite format 3\0"u8], "is an SQLite database", Export),
        ([0x93, .. "NUMPY"u8], "is a NumPy array", Export),
        ([.. "RDX2\n"u8], "is an R workspace", ExportFromR),
        ([.. "RDX3\n"u8], "is an R workspace", ExportFromR),
        ([.. "X\n\0\0"u8], "is an R object (.rds)", ExportFromR),
        ([.. "%PDF-"u8], "is a PDF", Export),
    ];

    private static ReadOnlySpan<byte> Blank => " \t\r\n"u8;

    public static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    /// <summary>Checks that a file can be text.</summary>
    /// <param name="begin">The first bytes; all of a short file.</param>
    /// <exception cref="MalformedFileException">It is something else; the message says what and what helps.</exception>
    public static void CheckIsText(ReadOnlySpan<byte> begin)
    {
        if (Find(begin) is var (kind, help))
        {
            throw new MalformedFileException($"{kind}: {help}");
        }
    }

    private static (string Kind, string Help)? Find(ReadOnlySpan<byte> begin)
    {
        foreach (var (magic, kind, help) in _kinds)
        {
            if (begin.StartsWith(magic))
            {
                return (kind, help);
            }
        }

        // "BZh1" may be an id: the six digits of pi that follow are not.
        if (begin.StartsWith("BZh"u8) && begin.IndexOf("1AY&SY"u8) == 4)
        {
            return ("is compressed with bzip2", Decompress);
        }

        if (begin.StartsWith("PK\x03\x04"u8) || begin.StartsWith("PK\x05\x06"u8))
        {
            return begin.IndexOf("[Content_Types].xml"u8) >= 0 || begin.IndexOf("xl/"u8) >= 0 ? ("is an Excel workbook (.xlsx)", Export)
                : begin.IndexOf("opendocument.spreadsheet"u8) >= 0 ? ("is an OpenDocument spreadsheet", Export)
                : ("is a zip archive", "unpack it and name the file in it");
        }

        const int TarMark = 257;
        if (begin.Length > TarMark && begin[TarMark..].StartsWith("ustar"u8))
        {
            return ("is a tar archive", "unpack it and name the file in it");
        }

        if (begin.Contains((byte)0))
        {
            return IsEveryOtherByteZero(begin)
                ? ("is UTF-16 without a byte order mark", "save it as UTF-8, or with the mark")
                : ("is not text", Export);
        }

        if (begin.IndexOfAnyInRange((byte)0, (byte)8) >= 0 || begin.IndexOfAnyInRange((byte)14, (byte)31) >= 0)
        {
            return ("has control characters and is not text", Export);
        }

        // An id may begin with a bracket, as {0F1A-...}, [deleted] and <none> do: the character after it tells.
        var text = begin.TrimStart(Blank);
        return text is not [var bracket, .. var inside] ? null
            : bracket is (byte)'{' or (byte)'[' && inside.TrimStart(Blank) is [(byte)'"' or (byte)'{' or (byte)'[', ..] ? ("is JSON", Export)
            : bracket == (byte)'<' && (inside is [(byte)'!' or (byte)'?', ..] || inside.StartsWith("html"u8)) ? ("is HTML or XML", "a download may have led to a page instead of the file")
            : null;
    }

    /// <summary>Text in Latin letters and digits has zeros at the even places of UTF-16 or at the odd ones, and nowhere else.</summary>
    private static bool IsEveryOtherByteZero(ReadOnlySpan<byte> begin)
    {
        Span<int> zeros = [0, 0];
        for (var place = 0; place < begin.Length; place++)
        {
            zeros[place & 1] += begin[place] == 0 ? 1 : 0;
        }

        return Math.Min(zeros[0], zeros[1]) == 0 && Math.Max(zeros[0], zeros[1]) * 4 > begin.Length;
    }
}
