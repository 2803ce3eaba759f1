using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace MovieChain.Ledger;

/// <summary>
/// Rules of a chain, fixed in the genesis block: the difficulty is in its header, the authors are in its first record (number of authors 2,
/// 1 to 64 · for each author a unique name as length 2 and strict UTF-8, the public signing key 64 and the public key for key
/// agreement 64).
/// </summary>
/// <param name="Difficulty">Difficulty of every block.</param>
/// <param name="Authors">Authors by number. The first one signs the genesis block.</param>
internal sealed record ChainRules(Difficulty Difficulty, ImmutableArray<Author> Authors)
{
    private const int AuthorRecordLength = 2;
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the rules from a genesis block; null if they are not in canonical form.</summary>
    public static ChainRules? FromGenesis(Block genesis)
    {
        if (genesis.Records.Count == 0 || genesis.Header.DifficultyBits > Difficulty.MaxBits)
        {
            return null;
        }

        return TryReadAuthors(genesis.Records[0], out var authors)
            ? new ChainRules(new Difficulty((int)genesis.Header.DifficultyBits), authors)
            : null;
    }

    /// <summary>Encodes the first record of a genesis block.</summary>
    public byte[] GenesisRecord()
    {
        using var stream = new MemoryStream();
        Span<byte> number = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(number, checked((ushort)Authors.Length));
        stream.Write(number);
        foreach (var author in Authors)
        {
            var name = _strictUtf8.GetBytes(author.Name);
            BinaryPrimitives.WriteUInt16BigEndian(number, checked((ushort)name.Length));
            stream.Write(number);
            stream.Write(name);
            stream.Write(author.SigningKey.Bytes);
            stream.Write(author.AgreementKey.Bytes);
        }

        return stream.ToArray();
    }

    /// <summary>Encodes the first record of all other blocks: the number of the author.</summary>
    public static byte[] AuthorRecord(int author)
    {
        var record = new byte[AuthorRecordLength];
        BinaryPrimitives.WriteUInt16BigEndian(record, checked((ushort)author));
        return record;
    }

    /// <summary>The author number of a block other than genesis; null if its first record does not name an author of this chain.</summary>
    public int? AuthorOf(Block block)
    {
        if (block.Records.Count == 0 || block.Records[0].Length != AuthorRecordLength)
        {
            return null;
        }

        var author = BinaryPrimitives.ReadUInt16BigEndian(block.Records[0]);
        return author < Authors.Length ? author : null;
    }

    private static bool TryReadAuthors(ReadOnlySpan<byte> record, out ImmutableArray<Author> authors)
    {
        authors = [];
        if (!TryReadNumber(ref record, out var count) || count is 0 or > ProviderId.MaxCount)
        {
            return false;
        }

        var read = ImmutableArray.CreateBuilder<Author>();
        for (var i = 0; i < count; i++)
        {
            if (TryReadAuthor(ref record) is not { } author)
            {
                return false;
            }

            read.Add(author);
        }

        authors = read.ToImmutable();
        return record.IsEmpty && authors.All(author => author.Name.Length > 0)
            && authors.DistinctBy(author => author.Name, StringComparer.OrdinalIgnoreCase).Count() == count;
    }

    private static Author? TryReadAuthor(ref ReadOnlySpan<byte> record)
    {
        if (!TryReadNumber(ref record, out var length) || record.Length < length + (2 * PublicKey.Length))
        {
            return null;
        }

        var keys = record[length..];
        try
        {
            var name = _strictUtf8.GetString(record[..length]);
            record = keys[(2 * PublicKey.Length)..];
            return PublicKey.TryRead(keys[..PublicKey.Length]) is { } signing
                && PublicKey.TryRead(keys.Slice(PublicKey.Length, PublicKey.Length)) is { } agreement
                ? new Author(name, signing, agreement)
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> bytes, out int number)
    {
        number = 0;
        if (bytes.Length < sizeof(ushort))
        {
            return false;
        }

        number = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        bytes = bytes[sizeof(ushort)..];
        return true;
    }
}
