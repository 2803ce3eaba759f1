using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MovieChain.Reporting;

/// <summary>A JSON document that goes to a text output piece by piece, so that it can be longer than memory.</summary>
internal sealed class JsonStream : IDisposable
{
    private const int DrainAt = 1 << 15;

    private static readonly JavaScriptEncoder _safe = CreateEncoder();

    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * DrainAt);

    /// <summary>A document for an output.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="encoder">The encoder of texts; null for one that is safe for texts from files.</param>
    public JsonStream(TextWriter output, JavaScriptEncoder? encoder = null)
    {
        _output = output;
        Json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = encoder ?? _safe });
    }

    /// <summary>Writes the parts of the document.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Writes a name and bytes as lower-case hexadecimal digits.</summary>
    public void WriteHex(string name, ReadOnlySpan<byte> bytes) => Json.WriteString(name, Convert.ToHexStringLower(bytes));

    /// <summary>Writes the buffer to the output when it is full.</summary>
    public void DrainIfFull()
    {
        if (Json.BytesPending + _buffer.WrittenCount >= DrainAt)
        {
            Drain();
        }
    }

    /// <summary>Ends the document. After an error, do not call it: the rest is better not written.</summary>
    public void End()
    {
        Drain();
        _output.WriteLine();
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();

    private void Drain()
    {
        Json.Flush();
        _output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
    }

    /// <summary>Leaves letters of all scripts as they are and escapes characters that a terminal acts on or does not show.</summary>
    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var letter = char.MinValue; letter < char.MaxValue; letter++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format)
            {
                settings.ForbidCharacter(letter);
            }
        }

        return JavaScriptEncoder.Create(settings);
    }
}
