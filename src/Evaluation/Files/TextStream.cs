using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace MovieChain.Evaluation.Files;

/// <summary>Reads the contents of a file as UTF-8 text without a byte order mark.</summary>
internal static class TextStream
{
    private static readonly ImmutableArray<(byte[] Mark, Encoding Encoding)> _marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true)),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true)),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
    ];

    /// <summary>Decompresses gzip and converts text with a byte order mark, whatever the name of the file is, and reads the text.</summary>
    /// <param name="contents">Contents of the file.</param>
    /// <param name="read">Reads the text.</param>
    /// <exception cref="MalformedFileException">The contents are not text, or are damaged.</exception>
    public static T Read<T>(Stream contents, Func<PeekStream, T> read)
    {
        try
        {
            var stream = new PeekStream(contents);
            return stream.Peek(FileKind.Gzip.Length).SequenceEqual(FileKind.Gzip) ? ReadCompressed(stream, read) : read(Decode(stream));
        }
        catch (InvalidDataException)
        {
            throw new MalformedFileException("is compressed with gzip and is damaged or incomplete");
        }
        catch (DecoderFallbackException)
        {
            throw new MalformedFileException("has a UTF-16 or UTF-32 byte order mark, but is not text in this encoding");
        }
    }

    private static T ReadCompressed<T>(PeekStream contents, Func<PeekStream, T> read)
    {
        using var stream = new PeekStream(new GZipStream(contents, CompressionMode.Decompress));
        try
        {
            return read(Decode(stream));
        }
        catch (MalformedFileException)
        {
            // The checksum at the end tells whether the rows are wrong because the file is damaged.
            stream.CopyTo(Stream.Null);
            throw;
        }
    }

    private static PeekStream Decode(PeekStream stream)
    {
        foreach (var (mark, encoding) in _marks)
        {
            if (stream.Peek(mark.Length).SequenceEqual(mark))
            {
                stream.ReadExactly(new byte[mark.Length]);
                return encoding is UTF8Encoding ? stream : new PeekStream(Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8));
            }
        }

        FileKind.CheckIsText(stream.Peek(FileKind.Length));
        return stream;
    }
}
