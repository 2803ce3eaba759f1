using System.Text;
using CsvHelper;

namespace MovieChain.Evaluation.Files;

/// <summary>Reads text as records of fields, without quotes and surrounding spaces. Blank lines are passed over.</summary>
internal sealed class FieldReader : IDisposable
{
    /// <summary>Longest record in bytes; a quote that is never closed makes the rest of a file one record.</summary>
    public const int MaxRecordLength = 1 << 20;

    private const int MaxQuoted = 100;

    private readonly RatingLayout _layout;
    private readonly CsvReader _csv;
    private readonly List<int> _places = [];
    private CsvMalformedRecord? _malformed;

    /// <param name="text">UTF-8 text without a byte order mark.</param>
    /// <param name="layout">Separator.</param>
    public FieldReader(Stream text, RatingLayout layout)
    {
        _layout = layout;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            MaxRecordSize = MaxRecordLength,
            OnMalformedRecord = record => _malformed ??= record,
        };
        var separator = layout.Separator();
        _csv = separator.Length > 1
            ? CsvReader.Create(new CsvSeparatorStream(text, separator, leaveOpen: true), options)
            : CsvReader.Create(text, options with { Separator = separator[0] }, leaveOpen: true);
    }

    /// <summary>Line of the current record, from 1.</summary>
    public long Line => _csv.LineNumber;

    /// <summary>Number of fields of the current record.</summary>
    public int Count => _layout == RatingLayout.Space ? _places.Count : _csv.FieldCount;

    /// <summary>A field of the current record; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> this[int place] => _csv.GetSpan(_layout == RatingLayout.Space ? _places[place] : place);

    /// <summary>Reads the next record; false at the end.</summary>
    /// <exception cref="MalformedFileException">Quotes are wrong, or a record is too long.</exception>
    public bool TryRead()
    {
        var line = Line;
        bool isRead;
        try
        {
            do
            {
                isRead = _csv.Read();
            }
            while (isRead && _malformed is null && _csv.RawRecord.Trim(" \t\r\n"u8).IsEmpty);
        }
        catch (CsvFormatException fault)
        {
            // The stream that replaces '::' refuses the character that it puts in its place; it knows no records.
            throw fault.RecordNumber == 0
                ? new MalformedFileException("has a control character (U+001F) between its fields")
                : new MalformedFileException(line + 1, $"a row that begins here is longer than {MaxRecordLength} bytes, or a quote is not closed");
        }

        if (_malformed is { } malformed)
        {
            throw new MalformedFileException(malformed.LineNumber, WordsFor(malformed.Reason));
        }

        if (isRead && _layout == RatingLayout.Space)
        {
            FindPlaces();
        }

        return isRead;
    }

    /// <summary>Text of a field for messages.</summary>
    public string Quote(int place) => Quote(this[place]);

    /// <summary>Text of the current record for messages.</summary>
    public string QuoteRecord() => Quote(_csv.RawRecord).Replace("\u001F", _layout.Separator(), StringComparison.Ordinal);

    public void Dispose() => _csv.Dispose();

    private static string Quote(ReadOnlySpan<byte> text) =>
        text.Length <= MaxQuoted ? $"'{Encoding.UTF8.GetString(text)}'" : $"'{Encoding.UTF8.GetString(text[..MaxQuoted])}…'";

    private static string WordsFor(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "a quote stands inside a field that does not begin with one",
        CsvMalformedReason.TextAfterClosingQuote => "text follows the closing quote of a field; a quote within quotes must be doubled",
        _ => "a quote that is opened here is never closed",
    };

    /// <summary>Several spaces separate like one.</summary>
    private void FindPlaces()
    {
        _places.Clear();
        for (var place = 0; place < _csv.FieldCount; place++)
        {
            if (!_csv.GetRawSpan(place).IsEmpty)
            {
                _places.Add(place);
            }
        }
    }
}
