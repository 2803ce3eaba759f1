using System.Collections.Immutable;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

/// <summary>Records, headers and chains to test with.</summary>
internal static class Samples
{
    private static readonly SimulatedSecrets _secrets = new(seed: 1);

    /// <summary>Keys by number; the authors of <see cref="Rules"/> sign with the first of them.</summary>
    public static ImmutableArray<PrivateKey> Keys { get; } =
        [.. Enumerable.Range(0, ProviderId.MaxCount).Select(i => _secrets.SigningKey(ProviderId.At(i)))];

    public static ImmutableArray<PrivateKey> AgreementKeys { get; } =
        [.. Enumerable.Range(0, ProviderId.MaxCount).Select(i => _secrets.AgreementKey(ProviderId.At(i)))];

    public static ChainRules Rules { get; } = RulesFor(4, "Netflix", "Hulu", "Primé");

    public static ChainRules RulesFor(int difficulty, params string[] names) =>
        new(new Difficulty(difficulty), [.. names.Select((name, i) => new Author(name, Keys[i].Public, AgreementKeys[i].Public))]);

    public static IBlockMaker Miner(CancellationToken cancellation = default) => new Miner(new Workers(1, cancellation));

    public static RecordList Records(params byte[][] records)
    {
        var builder = new RecordList.Builder();
        foreach (var record in records)
        {
            builder.Add(record);
        }

        return builder.Build();
    }

    public static byte[][] ToArrays(this RecordList records) => [.. Enumerable.Range(0, records.Count).Select(i => records[i].ToArray())];

    /// <summary>A hash that differs from number to number.</summary>
    public static Hash256 Hash(int number) => Hash256.Of(BitConverter.GetBytes(number));

    public static BlockHeader Header(int number) => new(new Difficulty(8), number, 60L * number, Hash(number), Hash(-number), nonce: 0);

    /// <summary>A good chain of genesis and four blocks by three authors, two of them at the same time.</summary>
    public static Chain SmallChain()
    {
        var chain = Chain.Begin(Rules, "seed 1"u8, Keys[0], Miner());
        chain = Mine(chain, author: 0, time: 60, [1, 2, 3], [4]);
        chain = Mine(chain, author: 2, time: 60, [5, 6]);
        chain = Mine(chain, author: 1, time: 120);
        return Mine(chain, author: 0, time: 180, [], [7, 8, 9, 10], []);
    }

    public static Chain Mine(Chain chain, int author, long time, params byte[][] records) =>
        chain.Mine(Records([ChainRules.AuthorRecord(author), .. records]), time, Keys[author], Miner());

    /// <summary>A block whose hash, Merkle root and signature are right, whatever else its header says.</summary>
    public static Block Seal(
        RecordList records, Hash256 previous, int difficulty = 4, long height = 5, long time = 180, int? minedAt = null, PrivateKey? signer = null)
    {
        var header = new BlockHeader(new Difficulty(difficulty), height, time, previous, MerkleTree.Root(records), nonce: 0);
        return Remine(new Block(header, records, default, default), minedAt ?? difficulty, signer ?? Keys[height == 0 ? 0 : 1]);
    }

    /// <summary>The block with the lowest nonce that fits its header as it stands, signed.</summary>
    public static Block Remine(Block block, int difficulty, PrivateKey signer)
    {
        var (header, hash) = ProofOfWork.Mine(block.Header, new Difficulty(difficulty), new Workers(1));
        return block with { Header = header, Hash = hash, Signature = signer.Sign(hash) };
    }
}
