using MovieChain.Exchange;

namespace MovieChain.Reporting.Chains;

/// <summary>The orders that a provider can read as one JSON document in camelCase, and how many it can and cannot read.</summary>
internal sealed class OrderJson : IOrderReport
{
    private readonly JsonStream _stream;
    private readonly IReadOnlyList<string> _names;

    /// <summary>Begins the document.</summary>
    /// <param name="stream">The document; its owner ends it.</param>
    /// <param name="reader">The provider's name.</param>
    /// <param name="names">The names of all providers.</param>
    public OrderJson(JsonStream stream, string reader, IReadOnlyList<string> names)
    {
        _stream = stream;
        _names = names;
        JsonText.BeginDocument(_stream.Json);
        _stream.Json.WriteString("reader", reader);
        _stream.Json.WriteStartArray("orders");
    }

    /// <inheritdoc/>
    public void Add(BlockView block)
    {
        foreach (var order in block.Orders)
        {
            Write(block, order);
            _stream.DrainIfFull();
        }
    }

    /// <inheritdoc/>
    public void End(IReadOnlyList<OwnerTotals> totals)
    {
        var json = _stream.Json;
        json.WriteEndArray();
        json.WriteObjects("owners", totals, owner =>
        {
            json.WriteString("name", owner.Owner);
            json.WriteNumber("read", owner.Read);
            json.WriteNumber("notGranted", owner.NotGranted);
            json.WriteNumber("withdrawn", owner.Withdrawn);
        });
        json.WriteEndObject();
    }

    private void Write(BlockView block, OrderView order)
    {
        var json = _stream.Json;
        json.WriteStartObject();
        json.WriteNumber("block", block.Height);
        json.WriteNumber("record", order.Record);
        json.WriteNumber("week", order.Week.Number);
        json.WriteString("owner", _names[block.Owner]);
        if (order.MemberNumber is { } member)
        {
            json.WriteNumber("member", member);
        }
        else
        {
            json.WriteNull("member");
        }

        json.WriteStartArray("lines");
        foreach (var line in order.Lines)
        {
            json.WriteStartObject();
            json.WriteNumber("film", line.Film.Index);
            json.WriteBoolean("bought", order.MemberNumber is null || line.Rating is not null);
            if (line.Rating is { } rating)
            {
                json.WriteNumber("rating", rating.Hundredths / 100m);
            }
            else
            {
                json.WriteNull("rating");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
