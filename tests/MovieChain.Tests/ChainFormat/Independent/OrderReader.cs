using System.Security.Cryptography;

namespace MovieChain.Tests.ChainFormat.Independent;

/// <summary>Where an order stands: block height, record number, index of the owner.</summary>
internal readonly record struct OrderPlace(int Block, int Record, int Owner);

/// <summary>Opens what one provider's key files open of a sealed chain.</summary>
/// <param name="chain">The chain.</param>
/// <param name="reader">The provider's index.</param>
/// <param name="keys">Its key files.</param>
internal sealed class OrderReader(ParsedChain chain, int reader, ProviderKeys keys)
{
    /// <summary>The owners' data keys that grants have opened.</summary>
    public Dictionary<int, byte[]> DataKeys { get; } = [];

    /// <summary>The orders that were opened.</summary>
    public List<(OrderPlace Place, ParsedOrder Order)> Opened { get; } = [];

    /// <summary>The sealed orders that stay closed.</summary>
    public List<OrderPlace> Closed { get; } = [];

    public void ReadAll()
    {
        for (var height = 1; height < chain.Blocks.Count; height++)
        {
            var block = chain.Blocks[height];
            foreach (var record in block.Records.Skip(1))
            {
                OpenGrant(record, block.Author);
            }

            for (var number = 1; number < block.Records.Length; number++)
            {
                var record = block.Records[number];
                var place = new OrderPlace(height, number, block.Author);
                if (!IsSealedOrder(record))
                {
                    continue;
                }

                if (OpenOrder(record, place) is { } clear)
                {
                    Opened.Add((place, Decode(clear)));
                }
                else
                {
                    Closed.Add(place);
                }
            }
        }
    }

    /// <summary>The order in a clear record.</summary>
    public static ParsedOrder Decode(ReadOnlySpan<byte> clear)
    {
        var cursor = new ByteCursor(clear);
        var isIdentified = cursor.TakeByte() switch
        {
            1 => true,
            2 => false,
            var kind => throw new InvalidDataException($"kind {kind}"),
        };
        var week = cursor.TakeUInt16();
        uint? member = isIdentified ? cursor.TakeUInt32() : null;
        var lines = new ParsedLine[cursor.TakeUInt16()];
        foreach (ref var line in lines.AsSpan())
        {
            var film = cursor.TakeUInt16();
            var outcome = isIdentified ? cursor.TakeByte() : (byte?)null;
            line = outcome switch
            {
                null => new ParsedLine(film, IsBought: true, Hundredths: null),
                255 => new ParsedLine(film, IsBought: false, Hundredths: null),
                <= 100 => new ParsedLine(film, IsBought: true, outcome),
                _ => throw new InvalidDataException($"outcome {outcome}"),
            };
        }

        cursor.ExpectEnd();
        if (!isIdentified && lines.Zip(lines.Skip(1)).Any(pair => pair.First.Film >= pair.Second.Film))
        {
            throw new InvalidDataException("films are not in ascending order");
        }

        return new ParsedOrder(week, member, lines);
    }

    /// <summary>The length of the part of a sealed order that is not encrypted.</summary>
    public static int HeadLength(byte kind) => kind == 0x81 ? 7 : 3;

    /// <summary>The clear record that a sealed one holds; null where the key is not the right one or a bit was changed.</summary>
    public static byte[]? Open(byte[] key, byte[] record, OrderPlace place)
    {
        var head = HeadLength(record[0]);
        var clear = new byte[record.Length - 16];
        record.AsSpan(0, head).CopyTo(clear);
        clear[0] &= 0x7F;
        return Decrypt(key, KeyDerivation.Nonce(place.Block, place.Record), record, head, clear.AsSpan(head)) ? clear : null;
    }

    private static bool IsSealedOrder(byte[] record) => record switch
    {
        [0x81, _, _, var first, ..] => record.Length >= 23 && first < 0x80,
        [0x82, ..] => record.Length >= 19,
        _ => false,
    };

    private static bool Decrypt(byte[] key, byte[] nonce, byte[] record, int head, Span<byte> plaintext)
    {
        using var cipher = new AesGcm(key, 16);
        try
        {
            cipher.Decrypt(nonce, record.AsSpan(head..^16), record.AsSpan(^16..), plaintext, record.AsSpan(0, head));
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    private void OpenGrant(byte[] record, int owner)
    {
        if (record.Length != 51 || record is not [3, var high, var low, ..] || ((high << 8) | low) != reader || DataKeys.ContainsKey(owner))
        {
            return;
        }

        var shared = KeyDerivation.SharedSecret(keys.Agreement, chain.Authors[owner].AgreementKey);
        var dataKey = new byte[32];
        if (Decrypt(KeyDerivation.WrappingKey(shared, chain.GenesisHash, owner, reader), new byte[12], record, 3, dataKey))
        {
            DataKeys.Add(owner, dataKey);
        }
    }

    private byte[]? OpenOrder(byte[] record, OrderPlace place)
    {
        if (!DataKeys.TryGetValue(place.Owner, out var dataKey))
        {
            return null;
        }

        if (record[0] == 0x82)
        {
            return Open(KeyDerivation.AnonymousKey(dataKey, chain.GenesisHash, place.Owner), record, place);
        }

        var cursor = new ByteCursor(record.AsSpan(3));
        return keys.Secrets.TryGetValue((chain.Authors[place.Owner].Name, cursor.TakeUInt32()), out var secret)
            ? Open(KeyDerivation.MemberKey(dataKey, secret, chain.GenesisHash, place.Owner), record, place)
            : null;
    }
}
