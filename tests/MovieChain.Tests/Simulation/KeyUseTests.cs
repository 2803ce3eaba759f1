using System.Buffers.Binary;
using System.Security.Cryptography;
using MovieChain.Exchange;
using MovieChain.Exchange.Records;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>Opens chains by the documented formulas, written down here a second time, and looks at which keys and nonces they were sealed with.</summary>
public sealed class KeyUseTests
{
    private static readonly SimulationOptions _plain =
        SmallRuns.Options("random", customers: 6, weeks: 2) with { Consent = 0.6, Access = AccessRule.All(3), Difficulty = new(0) };

    /// <summary>The run, and runs that differ from it in one option each.</summary>
    private static readonly List<SimulationResult> _runs =
    [
        .. ((SimulationOptions[])
        [
            _plain,
            _plain with { Seed = 2 },
            _plain with { Difficulty = new(1) },
            _plain with { Films = 99 },
            _plain with { Slate = 9 },
            _plain with { Consent = 0.61 },
            _plain with { PrivacyStrictness = 0.01 },
            _plain with { Drift = 1.01 },
            _plain with { Rank = 5 },
            _plain with { Recommender = Named.Recommender("popular") },
            _plain with { Revoke = new(0.5, new Week(2)) },
            _plain with { Access = AccessRule.Own(3) },
            _plain with { Providers = _plain.Providers.SetItem(2, new("Prime", 9)) },
            _plain with { Providers = _plain.Providers.SetItem(2, new("Arte", 6)) },
        ]).Select(options => SmallRuns.Run(options)),
    ];

    private static readonly List<List<(string Key, string Nonce)>> _uses = [.. _runs.Select(run => UsesOf(run.Options, run.Chain))];

    [Fact]
    public void No_key_and_nonce_is_used_twice_neither_within_a_chain_nor_on_two_chains()
    {
        var uses = _uses.SelectMany(chain => chain).ToList();

        Assert.True(uses.Count > 14 * 3 * 2 * 4);
        Assert.Equal(uses.Count, uses.Select(use => $"{use.Key} {use.Nonce}").Distinct().Count());
    }

    [Fact]
    public void Two_chains_whose_runs_differ_in_any_one_option_share_no_key()
    {
        var keys = _uses.Select(chain => chain.Select(use => use.Key).ToHashSet()).ToList();

        Assert.Equal(keys.Sum(chain => chain.Count), keys.SelectMany(chain => chain).Distinct().Count());
    }

    [Fact]
    public void Every_week_of_a_longer_run_takes_new_nonces()
    {
        var options = SmallRuns.Options("mf", customers: 5, weeks: 5) with { Consent = 0.7, Revoke = new(0.5, new Week(4)) };

        var uses = UsesOf(options, SmallRuns.Run(options).Chain);

        Assert.Equal(uses.Count, uses.Distinct().Count());
    }

    [Fact]
    public void The_same_orders_in_the_same_places_look_unrelated_on_another_chain()
    {
        var (one, other) = (_runs[0], _runs.Single(run => run.Options.Drift == 1.01));
        var compared = 0;
        foreach (var (left, right) in one.Chain.Blocks.Zip(other.Chain.Blocks).Skip(1).Take(3))
        {
            Assert.Equal(left.Records.Count, right.Records.Count);
            for (var i = 1; i < left.Records.Count; i++)
            {
                if (SealedOrder.TryRead(left.Records[i], out var first) && SealedOrder.TryRead(right.Records[i], out var second) && first.Ciphertext.Length > 8)
                {
                    Assert.Equal(first.Head, second.Head);
                    var alike = first.Ciphertext.ToArray().Zip(second.Ciphertext.ToArray()).Count(pair => pair.First == pair.Second);
                    Assert.True(alike < first.Ciphertext.Length / 2);
                    compared++;
                }
            }
        }

        Assert.True(compared > 10);
        Assert.Equal(FirstWeek(one), FirstWeek(other));

        static IEnumerable<byte[]> FirstWeek(SimulationResult run) =>
            SmallRuns.Orders(run.Chain).Where(order => order.Week.Number == 1).Select(order => order.Bytes);
    }

    /// <summary>The keys and nonces that the records of a chain were sealed with: those that open them.</summary>
    private static List<(string Key, string Nonce)> UsesOf(SimulationOptions options, Chain chain)
    {
        var secrets = new SimulatedSecrets((ulong)options.Seed);
        var genesis = new byte[Hash256.Length];
        chain.Blocks[0].Hash.CopyTo(genesis);
        var uses = new List<(string, string)>();
        foreach (var block in chain.Blocks.Skip(1))
        {
            var owner = ProviderId.At(chain.Rules.AuthorOf(block) ?? -1);
            for (var i = 1; i < block.Records.Count; i++)
            {
                var record = block.Records[i].ToArray();
                var nonce = new byte[12];
                byte[] key;
                int head;
                if (Grant.ReaderOf(record) is not null)
                {
                    (key, head) = (GrantKey(secrets, owner, ProviderId.At(record[2]), genesis), 3);
                    Assert.Equal(secrets.DataKey(owner), Decrypt(key, nonce, record, head));
                }
                else
                {
                    Assert.True(SealedOrder.TryRead(record, out var order));
                    BinaryPrimitives.WriteInt64BigEndian(nonce, block.Header.Height);
                    BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(8), i);
                    (key, head) = order.MemberNumber is { } number
                        ? (MemberKey(secrets, new(owner, number), genesis), 7)
                        : (AnonymousKey(secrets, owner, genesis), 3);
                    Decrypt(key, nonce, record, head);
                }

                uses.Add((Convert.ToHexString(key), Convert.ToHexString(nonce)));
            }
        }

        return uses;
    }

    private static byte[] MemberKey(SimulatedSecrets secrets, MemberId member, byte[] genesis)
    {
        var secret = new byte[32];
        secrets.DeriveMemberSecret(member, secret);
        return HKDF.DeriveKey(
            HashAlgorithmName.SHA256, [.. secrets.DataKey(member.Provider), .. secret], 32, genesis, [.. "MovieChain member"u8, member.Provider.Index]);
    }

    private static byte[] AnonymousKey(SimulatedSecrets secrets, ProviderId owner, byte[] genesis) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secrets.DataKey(owner), 32, genesis, [.. "MovieChain anonymous line"u8, owner.Index]);

    private static byte[] GrantKey(SimulatedSecrets secrets, ProviderId owner, ProviderId reader, byte[] genesis) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        secrets.AgreementKey(owner).Agree(secrets.AgreementKey(reader).Public),
        32,
        genesis,
        [.. "MovieChain grant"u8, owner.Index, reader.Index]);

    private static byte[] Decrypt(byte[] key, byte[] nonce, byte[] record, int head)
    {
        using var cipher = new AesGcm(key, 16);
        var plain = new byte[record.Length - head - 16];
        cipher.Decrypt(nonce, record.AsSpan(head..^16), record.AsSpan(^16..), plain, record.AsSpan(..head));
        return plain;
    }
}
