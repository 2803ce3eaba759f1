using System.Security.Cryptography;
using System.Text;
using CsCheck;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Tests.Ledger.Hashing;

/// <summary>Every width, also those that this machine has no instructions for: they are slow and right there.</summary>
public sealed class CompressionTests
{
    public static TheoryData<string> Widths => [.. LaneHashing.All.Keys];

    /// <summary>The examples of NIST for FIPS 180-4.</summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_lane_gives_the_published_hashes(string width)
    {
        AssertHash(width, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        AssertHash(width, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        AssertHash(
            width,
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        AssertHash(
            width,
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_lane_gives_the_published_hash_of_a_million_letters(string width)
    {
        // The software for lanes that a machine lacks would take minutes.
        if (LaneHashing.All[width].IsAccelerated)
        {
            AssertHash(width, new string('a', 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Messages_in_different_lanes_do_not_meet(string width)
    {
        var hashing = LaneHashing.All[width];
        Gen.Int[0, 200].SelectMany(length => Gen.Byte.Array[length].Array[hashing.Lanes]).Sample(
            messages => Assert.Equal(messages.Select(SHA256.HashData), hashing.Hash(messages)),
            iter: 50);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_first_lane_not_above_a_limit_is_found(string width)
    {
        var hashing = LaneHashing.All[width];
        Assert.Equal(hashing.Lanes, hashing.FirstNotAbove(1000, 999));
        Assert.Equal(0, hashing.FirstNotAbove(1000, 1000));
        for (var lane = 0; lane < hashing.Lanes; lane++)
        {
            // The count passes from 2^32 − 1 to 0 at this lane; it and all later ones are below the limit.
            Assert.Equal(lane, hashing.FirstNotAbove(unchecked((uint)-lane), 0x80000000));
        }
    }

    [Fact]
    public void There_is_a_path_of_every_width_and_the_best_is_the_widest_that_this_machine_has()
    {
        Assert.Equal(LaneHashing.All.Values.Select(hashing => hashing.Lanes), HashPath.All.Select(path => path.Lanes));
        Assert.True(HashPath.All[^1].IsAvailable);
        Assert.Same(HashPath.All.First(path => path.IsAvailable), HashPath.Best);
    }

    private static void AssertHash(string width, string message, string hash)
    {
        var hashing = LaneHashing.All[width];
        Assert.All(
            hashing.Hash([.. Enumerable.Repeat(Encoding.ASCII.GetBytes(message), hashing.Lanes)]),
            result => Assert.Equal(hash, Convert.ToHexStringLower(result)));
    }
}
