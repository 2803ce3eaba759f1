using MovieChain.Exchange.Records;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.Exchange.Sealing;

/// <summary>Blocks sealed by hand, on a chain of three authors who have the secrets of seed 1.</summary>
internal static class SealedBlocks
{
    public const long Height = 7;
    public const int Members = 8;

    public static ProviderId Netflix { get; } = ProviderId.At(0);

    public static ProviderId Hulu { get; } = ProviderId.At(1);

    public static ProviderId Prime { get; } = ProviderId.At(2);

    public static Hash256 Genesis { get; } = Samples.Hash(1);

    public static SimulatedSecrets Secrets { get; } = new(seed: 1);

    /// <summary>The secrets of eight members of each provider.</summary>
    public static HeldSecrets Everybody { get; } = AllBut();

    /// <summary>Two named orders, of members 2 and 5, and an anonymous line.</summary>
    public static byte[][] Orders { get; } = [Named(2, 10, 20, 30), Named(5, 40), Anonymous(1, 2, 3)];

    public static HeldSecrets AllBut(params MemberId[] gone) => new(
        (from provider in (ProviderId[])[Netflix, Hulu, Prime]
         from number in Enumerable.Range(0, Members)
         select new MemberId(provider, number)).Except(gone).ToDictionary(member => member, SecretOf));

    public static byte[] SecretOf(MemberId member)
    {
        var secret = new byte[SimulatedSecrets.Length];
        Secrets.DeriveMemberSecret(member, secret);
        return secret;
    }

    /// <summary>An order of a member who bought the films of even number.</summary>
    public static byte[] Named(int member, params int[] films)
    {
        var order = new byte[IdentifiedOrder.Length(films.Length)];
        IdentifiedOrder.WriteHead(order, new Week(3), member, films.Length);
        for (var line = 0; line < films.Length; line++)
        {
            IdentifiedOrder.WriteLine(order, line, FilmId.At(films[line]), films[line] % 2 == 0 ? new Rating(50) : null);
        }

        return order;
    }

    public static byte[] Anonymous(params int[] films) => AnonymousOrder.Write(new Week(3), [.. films.Select(FilmId.At)]);

    public static byte[] GrantTo(ProviderId owner, ProviderId reader) => Grant.Write(
        Secrets.DataKey(owner), owner, Secrets.AgreementKey(owner), reader, Samples.AgreementKeys[reader.Index].Public, Genesis);

    /// <summary>A block in which an owner grants its key to some readers and seals its orders.</summary>
    public static Block Seal(ProviderId owner, ProviderId[] readers, byte[][] orders, long height = Height)
    {
        var sealer = new RecordSealer(owner, Secrets.DataKey(owner), Genesis);
        var plain = Samples.Records([ChainRules.AuthorRecord(owner.Index), .. orders]);
        return BlockOf(sealer.Seal(plain, [.. readers.Select(reader => GrantTo(owner, reader))], height, Everybody, new Workers(1)).ToArrays(), height);
    }

    /// <summary>A block of records as they are. Readers do not verify blocks, so that it is neither mined nor signed.</summary>
    public static Block BlockOf(byte[][] records, long height = Height) => new(
        new BlockHeader(new Difficulty(0), height, time: 0, previous: default, merkleRoot: default, nonce: 0), Samples.Records(records), default, default);

    /// <summary>The block with a record changed.</summary>
    public static Block With(Block block, int index, byte[] record)
    {
        var records = block.Records.ToArrays();
        records[index] = record;
        return BlockOf(records, block.Header.Height);
    }

    public static KeyReader Reader(ProviderId reader) => new(reader, Secrets.AgreementKey(reader), Samples.Rules, Genesis);

    /// <summary>The orders that a reader opens in a block.</summary>
    public static List<byte[]> OpenedBy(ILedgerReader reader, Block block, IConsentRegistry? registry = null) =>
        [.. Places(reader.Open(block, registry ?? Everybody, new Workers(1))).Select(place => Convert.FromHexString(place.Order))];

    /// <summary>What was opened, in hexadecimal digits, with its place in the block.</summary>
    public static List<(int Index, string Order)> Places(OpenedRecords records) =>
        [.. Enumerable.Range(0, records.Count).Where(records.IsOpened).Select(i => (i, Convert.ToHexString(records[i])))];
}
