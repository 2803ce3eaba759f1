using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace MovieChain.Tests.ChainFormat.Independent;

/// <summary>Parses a chain's file and verifies all that docs/chain.md asks of it.</summary>
internal static class ChainParser
{
    private const int MaxPayload = 536_870_912;
    private const int MaxRecords = 4_194_304;

    private static readonly BigInteger _order = new(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    public static ParsedChain Parse(byte[] file)
    {
        var cursor = new ByteCursor(file);
        Require(cursor.Take(8).SequenceEqual("MVCFILE\u0001"u8), "preamble");
        var parsed = new List<ParsedBlock>();
        while (cursor.Left > 0)
        {
            parsed.Add(ParseBlock(TakePayload(ref cursor)));
        }

        Require(parsed is [{ Records.Length: 2 }, ..], "there is no genesis block of two records");
        var authors = ParseAuthors(parsed[0].Records[0]);
        var blocks = new List<ParsedBlock>();
        foreach (var block in parsed)
        {
            blocks.Add(Verify(block, blocks, authors));
        }

        return new ParsedChain(authors, ParseStatement(parsed[0].Records[1]), blocks);
    }

    /// <summary>Verifies a signature, r and s, of a block hash, which is the digest itself.</summary>
    public static bool VerifySignature(byte[] publicKey, byte[] hash, byte[] signature)
    {
        using var key = ECDsa.Create(KeyOf(publicKey));
        return new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true) <= _order / 2
            && key.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public static ECParameters KeyOf(byte[] point) =>
        new() { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[..32], Y = point[32..] } };

    public static int LeadingZeroBits(byte[] hash) => 256 - (int)new BigInteger(hash, isUnsigned: true, isBigEndian: true).GetBitLength();

    private static ReadOnlySpan<byte> TakePayload(ref ByteCursor cursor)
    {
        var head = cursor.Take(12);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        Require(BinaryPrimitives.ReadUInt32BigEndian(head[4..]) == Hashing.Crc32C(head[..4]), "checksum of the length");
        Require(length is >= 164 and <= MaxPayload, "length");
        var payload = cursor.Take(length);
        Require(BinaryPrimitives.ReadUInt32BigEndian(head[8..]) == Hashing.Crc32C(payload), "checksum of the payload");
        return payload;
    }

    private static ParsedBlock ParseBlock(ReadOnlySpan<byte> payload)
    {
        var cursor = new ByteCursor(payload);
        var header = cursor.Take(96).ToArray();
        var signature = cursor.Take(64).ToArray();
        var count = cursor.TakeUInt32();
        Require(count is >= 1 and <= MaxRecords && count <= cursor.Left / 2, "number of records");
        var records = new byte[count][];
        foreach (ref var record in records.AsSpan())
        {
            record = cursor.Take(cursor.TakeUInt16()).ToArray();
        }

        cursor.ExpectEnd();
        return new ParsedBlock(header, signature, records);
    }

    private static List<ParsedAuthor> ParseAuthors(byte[] record)
    {
        var cursor = new ByteCursor(record);
        var authors = new List<ParsedAuthor>();
        for (var left = cursor.TakeUInt16(); left > 0; left--)
        {
            authors.Add(new ParsedAuthor(cursor.TakeText(), cursor.Take(64).ToArray(), cursor.Take(64).ToArray()));
        }

        cursor.ExpectEnd();
        Require(authors.Count is >= 1 and <= 64, "number of authors");
        Require(authors.All(author => author.Name.Length > 0), "empty name");
        Require(authors.DistinctBy(author => author.Name, StringComparer.OrdinalIgnoreCase).Count() == authors.Count, "two authors of one name");
        return authors;
    }

    private static List<KeyValuePair<string, string>> ParseStatement(byte[] record)
    {
        var cursor = new ByteCursor(record);
        var pairs = new List<KeyValuePair<string, string>>();
        while (cursor.Left > 0)
        {
            pairs.Add(new(cursor.TakeText(), cursor.TakeText()));
        }

        return pairs;
    }

    private static ParsedBlock Verify(ParsedBlock block, List<ParsedBlock> before, List<ParsedAuthor> authors)
    {
        var header = new ByteCursor(block.Header);
        Require(header.Take(4).SequenceEqual("MVC\u0001"u8), "magic");
        var difficulty = header.TakeUInt32();
        var height = header.TakeUInt64();
        var time = header.TakeUInt64();
        var previous = header.Take(32);
        var root = header.Take(32);

        var author = 0;
        if (before.Count == 0)
        {
            Require(difficulty <= 32 && time == 0, "difficulty or time of genesis");
            Require(!previous.ContainsAnyExcept((byte)0), "genesis has a predecessor");
        }
        else
        {
            Require(difficulty == BinaryPrimitives.ReadUInt32BigEndian(before[0].Header.AsSpan(4)), "difficulty");
            Require((long)time >= BinaryPrimitives.ReadInt64BigEndian(before[^1].Header.AsSpan(16)), "time");
            Require(previous.SequenceEqual(before[^1].Hash), "link");
            Require(block.Records[0].Length == 2, "author record");
            author = BinaryPrimitives.ReadUInt16BigEndian(block.Records[0]);
            Require(author < authors.Count, "author");
        }

        Require(height == (ulong)before.Count, "height");
        Require(root.SequenceEqual(Hashing.MerkleRoot(block.Records)), "Merkle root");
        Require(LeadingZeroBits(block.Hash) >= difficulty, "proof of work");
        Require(VerifySignature(authors[author].SigningKey, block.Hash, block.Signature), "signature");
        return block with { Author = author };
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidDataException(what);
        }
    }
}
