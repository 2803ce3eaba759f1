using System.Security.Cryptography;
using CsCheck;
using MovieChain.Ledger;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Tests.Ledger;

public sealed class MerkleTreeTests
{
    /// <summary>The leaves of the test vectors of Certificate Transparency (RFC 6962).</summary>
    private static readonly string[] _leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    public static TheoryData<string> Paths => [.. HashPath.All.Select(path => path.Name)];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_published_leaves_give_the_published_roots(int leaves, string root)
    {
        var records = Samples.Records([.. _leaves.Take(leaves).Select(Convert.FromHexString)]);

        Assert.Equal(root, MerkleTree.Root(records).ToString());
        Assert.All(HashPath.All, path => Assert.Equal(root, MerkleTree.Root(records, path).ToString()));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_root_is_that_of_the_recursive_definition_for_any_number_of_leaves_of_any_length(string path)
    {
        var hashPath = HashPath.All.Single(candidate => candidate.Name == path);
        for (var count = 0; count <= 70; count++)
        {
            Gen.Byte.Array[0, 300].Array[count].Sample(
                leaves => AssertRoot(leaves, hashPath),
                iter: hashPath.IsAvailable ? 5 : 1);
        }
    }

    /// <summary>Where the padding needs one more block, and where a record is too long to wait for in a lane.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void The_root_is_right_for_records_of_every_length(string path)
    {
        var hashPath = HashPath.All.Single(candidate => candidate.Name == path);
        for (var length = 0; length <= 400; length++)
        {
            AssertRoot([[.. Enumerable.Repeat((byte)0xA5, length)], [.. Enumerable.Repeat((byte)0x5A, 400 - length)], [1]], hashPath);
        }

        AssertRoot([[1], [.. Enumerable.Repeat((byte)3, RecordList.MaxRecordLength)], [2]], hashPath);
    }

    [Fact]
    public void Other_lists_of_the_same_bytes_have_other_roots()
    {
        byte[][][] lists =
        [
            [[1, 2, 3]],
            [[1, 2], [3]],
            [[1], [2, 3]],
            [[1], [2], [3]],
            [[1], [2], [3], []],
            [[], [1], [2], [3]],
            [[1], [2], [3], [3]],
            [[2], [1], [3]],
            [[], [1, 2, 3]],
            [],
            [[]],
        ];

        var roots = lists.Select(list => MerkleTree.Root(Samples.Records(list))).ToList();

        Assert.Equal(roots.Count, roots.Distinct().Count());
    }

    [Fact]
    public void A_leaf_that_holds_two_hashes_is_not_taken_for_their_node()
    {
        var node = MerkleTree.Root(Samples.Records([1], [2]));

        byte[] children = [.. SHA256.HashData([0, 1]), .. SHA256.HashData([0, 2])];

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([1, .. children])), node.ToString());
        Assert.NotEqual(node, MerkleTree.Root(Samples.Records(children)));
    }

    private static void AssertRoot(byte[][] leaves, HashPath path) =>
        Assert.Equal(Convert.ToHexStringLower(Reference(leaves)), MerkleTree.Root(Samples.Records(leaves), path).ToString());

    /// <summary>RFC 6962, section 2.1, word for word.</summary>
    private static byte[] Reference(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1)
        {
            return leaves.IsEmpty ? SHA256.HashData([]) : SHA256.HashData([0, .. leaves[0]]);
        }

        var split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return SHA256.HashData([1, .. Reference(leaves[..split]), .. Reference(leaves[split..])]);
    }
}
