using MovieChain.Exchange;

namespace MovieChain.Reporting.Chains;

/// <summary>One block of a chain with its records, as one JSON document in camelCase.</summary>
/// <param name="output">Where the document goes.</param>
/// <param name="height">Which block is shown.</param>
internal sealed class BlockJson(TextWriter output, long height) : IChainView
{
    /// <inheritdoc/>
    public void Add(ShownBlock block)
    {
        if (block.Height != height)
        {
            return;
        }

        using var stream = new JsonStream(output);
        JsonText.BeginDocument(stream.Json);
        WriteFields(stream, block);
        stream.Json.WriteStartArray("records");
        for (var number = 0; number < block.Block.Records.Count; number++)
        {
            WriteRecord(stream, number, block.Block.Records[number], block.View(number));
        }

        stream.Json.WriteEndArray();
        stream.Json.WriteEndObject();
        stream.End();
    }

    /// <summary>Writes the fields of a block without its records.</summary>
    public static void WriteFields(JsonStream stream, ShownBlock block)
    {
        var json = stream.Json;
        var header = block.Block.Header;
        json.WriteNumber("height", block.Height);
        json.WriteNumber("week", block.Week);
        json.WriteNumber("time", header.Time);
        json.WriteString("author", block.Author.Name);
        json.WriteNumber("recordCount", block.Block.Records.Count);
        json.WriteNumber("recordBytes", block.RecordBytes);
        json.WriteNumber("difficulty", header.DifficultyBits);
        json.WriteString("previous", header.Previous.ToString());
        json.WriteString("merkleRoot", header.MerkleRoot.ToString());
        json.WriteNumber("nonce", header.Nonce);
        json.WriteString("hash", block.Block.Hash.ToString());
        stream.WriteHex("header", header.Bytes);
        stream.WriteHex("signature", block.Block.Signature.Bytes);
    }

    private static void WriteRecord(JsonStream stream, int number, ReadOnlySpan<byte> record, RecordView view)
    {
        var json = stream.Json;
        json.WriteStartObject();
        json.WriteNumber("number", number);
        json.WriteString("kind", view.Kind);
        json.WriteNumber("length", record.Length);
        stream.WriteHex("bytes", record);
        json.WriteString("says", view.Says);
        json.WriteEndObject();
        stream.DrainIfFull();
    }
}
