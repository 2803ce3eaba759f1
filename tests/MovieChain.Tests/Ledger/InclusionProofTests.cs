using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class InclusionProofTests
{
    private const int MostRecords = 33;

    /// <summary>The leaves of the test vectors of Certificate Transparency (RFC 6962).</summary>
    private static readonly string[] _leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    /// <summary>kSHA256Paths of merkle_tree_test.cc, whose places count from 1.</summary>
    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(
        0,
        8,
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
        + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
        + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(
        5,
        8,
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b "
        + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
        + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(
        1,
        5,
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d "
        + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
        + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void The_published_leaves_give_the_published_paths(int index, int count, string path)
    {
        var records = Samples.Records([.. _leaves.Take(count).Select(Convert.FromHexString)]);

        var proof = InclusionProof.Of(records, index);

        Assert.Equal(path, string.Join(' ', proof.Path));
        Assert.True(proof.Holds(records[index], MerkleTree.Root(records)));
    }

    [Fact]
    public void Every_record_of_every_list_has_a_proof_that_holds() => ForEachRecord((records, root, proof) =>
    {
        Assert.True(proof.Holds(records[proof.Index], root));
        Assert.True(proof.Path.Length <= 6);
    });

    [Fact]
    public void A_proof_does_not_hold_for_another_record() => ForEachRecord((records, root, proof) =>
    {
        var record = records[proof.Index].ToArray();
        Assert.False(proof.Holds([.. record, 0], root));
        Assert.False(proof.Holds([0, .. record], root));
        AssertEveryChangeFails(record, changed => proof.Holds(changed, root));
    });

    [Fact]
    public void A_proof_does_not_hold_under_another_root() => ForEachRecord((records, root, proof) =>
        AssertEveryChangeFails(Bytes(root), changed => proof.Holds(records[proof.Index], new Hash256(changed))));

    [Fact]
    public void A_proof_does_not_hold_with_another_hash_in_its_path() => ForEachRecord((records, root, proof) =>
    {
        for (var step = 0; step < proof.Path.Length; step++)
        {
            AssertEveryChangeFails(
                Bytes(proof.Path[step]),
                changed => (proof with { Path = proof.Path.SetItem(step, new Hash256(changed)) }).Holds(records[proof.Index], root));
        }
    });

    [Fact]
    public void A_proof_does_not_hold_for_another_place() => ForEachRecord((records, root, proof) =>
    {
        int[] others = [.. Enumerable.Range(-2, MostRecords + 4), proof.Index ^ (1 << 30), int.MinValue, int.MaxValue];
        Assert.All(
            others.Where(index => index != proof.Index),
            index => Assert.False((proof with { Index = index }).Holds(records[proof.Index], root)));
    });

    [Fact]
    public void A_proof_does_not_hold_for_a_list_whose_path_has_another_length() => ForEachRecord((records, root, proof) =>
    {
        foreach (var count in (int[])[.. Enumerable.Range(-2, (2 * MostRecords) + 4), int.MinValue, int.MaxValue])
        {
            // Where place and length are such that the path has the same turns, the root is the same: it does not tell these lengths apart.
            if (TurnsOf(proof.Index, count) != TurnsOf(proof.Index, proof.Count))
            {
                Assert.False((proof with { Count = count }).Holds(records[proof.Index], root));
            }
        }
    });

    [Fact]
    public void A_path_that_is_too_short_or_too_long_shows_nothing() => ForEachRecord((records, root, proof) =>
    {
        for (var step = 0; step < proof.Path.Length; step++)
        {
            Assert.False((proof with { Path = proof.Path.RemoveAt(step) }).Holds(records[proof.Index], root));
        }

        for (var step = 0; step <= proof.Path.Length; step++)
        {
            foreach (var spare in proof.Path.Append(root).Append(default).Append(Samples.Hash(step)))
            {
                Assert.False((proof with { Path = proof.Path.Insert(step, spare) }).Holds(records[proof.Index], root));
            }
        }
    });

    [Fact]
    public void A_path_that_is_too_long_shows_nothing_even_under_the_root_that_it_leads_to() => ForEachRecord((records, root, proof) =>
    {
        var spare = Samples.Hash(1);
        var longer = proof with { Path = proof.Path.Add(spare) };
        Assert.False(longer.Holds(records[proof.Index], MerkleTree.HashNode(root, spare)));
        Assert.False(longer.Holds(records[proof.Index], MerkleTree.HashNode(spare, root)));
    });

    [Fact]
    public void An_inner_node_is_no_record()
    {
        var records = ManyRecords(4);
        var proof = InclusionProof.Of(records, 0);
        byte[] children = [.. Bytes(MerkleTree.Root(ManyRecords(1))), .. Bytes(proof.Path[0])];

        Assert.False(new InclusionProof(0, 2, proof.Path[1..]).Holds(children, MerkleTree.Root(records)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 3)]
    [InlineData(3, 3)]
    public void There_is_no_proof_for_a_record_that_there_is_not(int index, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.Of(ManyRecords(count), index));

    [Fact]
    public void A_list_of_nothing_includes_nothing() => Assert.False(new InclusionProof(0, 0, []).Holds([], MerkleTree.Root(Samples.Records())));

    [Fact]
    public void The_longest_path_is_that_of_the_longest_list()
    {
        var longest = new InclusionProof(0, int.MaxValue, [.. Enumerable.Repeat(Hash256.Of([]), InclusionProof.MaxPathLength)]);
        var root = longest.Path.Aggregate(MerkleTree.Root(ManyRecords(1)), MerkleTree.HashNode);

        Assert.True(longest.Holds(ManyRecords(1)[0], root));
        Assert.False((longest with { Path = longest.Path[1..] }).Holds(ManyRecords(1)[0], root));
    }

    private static void ForEachRecord(Action<RecordList, Hash256, InclusionProof> check)
    {
        for (var count = 1; count <= MostRecords; count++)
        {
            var records = ManyRecords(count);
            var root = MerkleTree.Root(records);
            for (var index = 0; index < count; index++)
            {
                check(records, root, InclusionProof.Of(records, index));
            }
        }
    }

    private static void AssertEveryChangeFails(byte[] bytes, Func<byte[], bool> holds)
    {
        for (var place = 0; place < bytes.Length; place++)
        {
            bytes[place] ^= 0x10;
            Assert.False(holds(bytes));
            bytes[place] ^= 0x10;
        }
    }

    /// <summary>On which side a sibling stands from the leaf up, by the recursive definition of RFC 6962, section 2.1.1.</summary>
    private static string TurnsOf(int index, int count)
    {
        if (index < 0 || index >= count)
        {
            return "none";
        }

        var turns = "";
        long start = 0;
        for (long length = count; length > 1;)
        {
            long split = 1;
            while (split * 2 < length)
            {
                split *= 2;
            }

            (turns, start, length) = index < start + split ? ("R" + turns, start, split) : ("L" + turns, start + split, length - split);
        }

        return turns;
    }

    private static RecordList ManyRecords(int count) =>
        Samples.Records([.. Enumerable.Range(0, count).Select(i => Enumerable.Repeat((byte)i, 1 + (i % 3)).ToArray())]);

    private static byte[] Bytes(Hash256 hash)
    {
        var bytes = new byte[Hash256.Length];
        hash.CopyTo(bytes);
        return bytes;
    }
}
