using MovieChain.Ledger;

namespace MovieChain.Reporting.Chains;

/// <summary>A chain as one JSON document in camelCase: the statements of genesis, and all blocks without their records.</summary>
internal sealed class ChainJson : IChainView
{
    private readonly JsonStream _stream;

    /// <summary>Begins the document.</summary>
    /// <param name="stream">The document; its owner ends it.</param>
    /// <param name="file">The name of the chain's file.</param>
    public ChainJson(JsonStream stream, string file)
    {
        _stream = stream;
        JsonText.BeginDocument(_stream.Json);
        _stream.Json.WriteString("file", file);
    }

    /// <inheritdoc/>
    public void Add(ShownBlock block)
    {
        if (block.Height == 0)
        {
            WriteGenesis(block);
        }

        _stream.Json.WriteStartObject();
        BlockJson.WriteFields(_stream, block);
        _stream.Json.WriteEndObject();
        _stream.DrainIfFull();
    }

    /// <inheritdoc/>
    public void End(long blocks, ChainFault? fault)
    {
        var json = _stream.Json;
        if (blocks == 0)
        {
            json.WriteStartArray("blocks");
        }

        json.WriteEndArray();
        json.WriteBoolean("verified", fault is null);
        if (fault is not null)
        {
            json.WriteStartObject("fault");
            json.WriteNumber("height", fault.Height);
            json.WriteNumber("offset", fault.Offset ?? 0);
            json.WriteString("kind", JsonText.Key(fault.Kind));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteGenesis(ShownBlock genesis)
    {
        var json = _stream.Json;
        json.WriteNumber("difficulty", genesis.Rules.Difficulty.Bits);
        json.WriteStartArray("authors");
        foreach (var author in genesis.Rules.Authors)
        {
            json.WriteStartObject();
            json.WriteString("name", author.Name);
            _stream.WriteHex("signingKey", author.SigningKey.Bytes);
            _stream.WriteHex("agreementKey", author.AgreementKey.Bytes);
            json.WriteEndObject();
            _stream.DrainIfFull();
        }

        json.WriteEndArray();
        json.WriteStartArray("options");
        foreach (var (name, value) in genesis.Options)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
            _stream.DrainIfFull();
        }

        json.WriteEndArray();
        json.WriteStartArray("blocks");
    }
}
