using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MovieChain.Ledger;
using MovieChain.Reporting;

namespace MovieChain.CommandLine.Chains;

/// <summary>Reads and writes a proof of a record: a JSON object of these keys and no others, besides those that begin every document. Bytes
/// are lower-case hexadecimal digits.</summary>
internal static class ProofFile
{
    private const string BlockHeight = "blockHeight";
    private const string Header = "header";
    private const string BlockHash = "blockHash";
    private const string SignatureKey = "signature";
    private const string Author = "author";
    private const string SigningKey = "signingKey";
    private const string RecordIndex = "recordIndex";
    private const string RecordCount = "recordCount";
    private const string Record = "record";
    private const string AuditPath = "auditPath";
    private const string MerkleRoot = "merkleRoot";

    private const int LongestValueQuoted = 40;

    private static readonly JsonDocumentOptions _layout = new() { MaxDepth = 2 };

    private static readonly ImmutableArray<string> _keys =
        [BlockHeight, Header, BlockHash, SignatureKey, Author, SigningKey, RecordIndex, RecordCount, Record, AuditPath, MerkleRoot];

    /// <summary>Writes a proof.</summary>
    public static void Write(TextWriter output, RecordProof proof)
    {
        using var stream = new JsonStream(output);
        var json = stream.Json;
        JsonText.BeginDocument(json);
        json.WriteNumber(BlockHeight, proof.Height);
        stream.WriteHex(Header, proof.Header.Bytes);
        json.WriteString(BlockHash, proof.Hash.ToString());
        stream.WriteHex(SignatureKey, proof.Signature.Bytes);
        json.WriteString(Author, proof.Author);
        stream.WriteHex(SigningKey, proof.SigningKey.Bytes);
        json.WriteNumber(RecordIndex, proof.Inclusion.Index);
        json.WriteNumber(RecordCount, proof.Inclusion.Count);
        stream.WriteHex(Record, proof.Record.Span);
        json.WriteStartArray(AuditPath);
        foreach (var hash in proof.Inclusion.Path)
        {
            json.WriteStringValue(hash.ToString());
        }

        json.WriteEndArray();
        json.WriteString(MerkleRoot, proof.MerkleRoot.ToString());
        json.WriteEndObject();
        stream.End();
    }

    /// <summary>Reads a proof. Whether it holds is not judged here.</summary>
    /// <exception cref="InvalidProofException">The text is no proof.</exception>
    public static RecordProof Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, _layout);
            return ReadProof(ReadKeys(document.RootElement));
        }
        catch (JsonException fault)
        {
            throw new InvalidProofException($"line {(fault.LineNumber ?? 0) + 1}: is not JSON of a proof's depth");
        }
        catch (InvalidOperationException)
        {
            throw new InvalidProofException("a text in it is not valid Unicode");
        }
    }

    private static Dictionary<string, JsonElement> ReadKeys(JsonElement proof)
    {
        if (proof.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidProofException("must be a JSON object");
        }

        var values = new Dictionary<string, JsonElement>();
        foreach (var property in proof.EnumerateObject())
        {
            if (!_keys.Contains(property.Name) && property.Name is not (JsonText.Program or JsonText.Schema))
            {
                throw new InvalidProofException($"{Quote(property.Name)}: is no key of a proof{NearestWords.Question(property.Name, _keys)}; these are {string.Join(", ", _keys)}");
            }

            if (!values.TryAdd(property.Name, property.Value))
            {
                throw new InvalidProofException($"{property.Name}: stands there twice");
            }
        }

        return _keys.FirstOrDefault(key => !values.ContainsKey(key)) is { } missing
            ? throw new InvalidProofException($"{missing}: is missing")
            : values;
    }

    private static RecordProof ReadProof(Dictionary<string, JsonElement> values)
    {
        var height = ReadNumber(BlockHeight, values[BlockHeight], 0, long.MaxValue);
        var count = (int)ReadNumber(RecordCount, values[RecordCount], 1, int.MaxValue);
        var index = (int)ReadNumber(RecordIndex, values[RecordIndex], 0, count - 1);
        return new RecordProof(
            height,
            new BlockHeader(ReadBytes(Header, values[Header], BlockHeader.Length)),
            ReadHash(BlockHash, values[BlockHash]),
            new Signature(ReadBytes(SignatureKey, values[SignatureKey], Signature.Length)),
            ReadText(Author, values[Author]),
            ReadKey(SigningKey, values[SigningKey]),
            ReadBytes(Record, values[Record]),
            new InclusionProof(index, count, ReadPath(AuditPath, values[AuditPath])),
            ReadHash(MerkleRoot, values[MerkleRoot]));
    }

    private static long ReadNumber(string key, JsonElement value, long min, long max)
    {
        // A number has one form: no sign, fraction, exponent or zero before it.
        if (value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number)
            && number >= min
            && number <= max
            && value.GetRawText() == number.ToString(CultureInfo.InvariantCulture))
        {
            return number;
        }

        throw new InvalidProofException($"{key} {Quote(value.GetRawText())}: must be a whole number from {min} to {max}");
    }

    private static string ReadText(string key, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new InvalidProofException($"{key} {Quote(value.GetRawText())}: must be a text");

    private static byte[] ReadBytes(string key, JsonElement value, int? length = null)
    {
        var digits = ReadText(key, value);
        if (digits.Length % 2 != 0 || (length is not null && digits.Length != 2 * length) || !digits.All(char.IsAsciiHexDigitLower))
        {
            var count = length is null ? "an even number of" : $"{2 * length}";
            throw new InvalidProofException($"{key} {Quote(digits)}: must be {count} hexadecimal digits, lower case");
        }

        return Convert.FromHexString(digits);
    }

    private static Hash256 ReadHash(string key, JsonElement value) => new(ReadBytes(key, value, Hash256.Length));

    private static PublicKey ReadKey(string key, JsonElement value) =>
        PublicKey.TryRead(ReadBytes(key, value, PublicKey.Length))
        ?? throw new InvalidProofException($"{key} {Quote(value.GetString()!)}: is no point of the curve P-256");

    private static ImmutableArray<Hash256> ReadPath(string key, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > InclusionProof.MaxPathLength)
        {
            throw new InvalidProofException($"{key}: must be a list of 0 to {InclusionProof.MaxPathLength} hashes");
        }

        return [.. value.EnumerateArray().Select((hash, place) => ReadHash($"{key}[{place}]", hash))];
    }

    private static string Quote(string value) => Printable.Shorten(Printable.Of(value), LongestValueQuoted);
}
