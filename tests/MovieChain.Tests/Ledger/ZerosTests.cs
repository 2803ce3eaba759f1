using MovieChain.Ledger;
using MovieChain.Tests.CommandLine;

namespace MovieChain.Tests.Ledger;

/// <summary>Zeros at the end of a chain's file, as a crash of the machine can leave them.</summary>
public sealed class ZerosTests
{
    private static readonly byte[] _file = ChainBytes.Small;

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(4096)]
    [InlineData(200_000)]
    public void Zeros_behind_the_last_block_are_told_from_other_damage(int zeros)
    {
        Assert.Equal(new ChainFault(5, ChainFaultKind.Zeros, _file.Length), ChainBytes.FindFault([.. _file, .. new byte[zeros]]));
        Assert.Equal(new ChainFault(5, ChainFaultKind.FrameHead, _file.Length), ChainBytes.FindFault([.. _file, .. new byte[zeros], 1]));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(100)]
    public void Zeros_within_the_last_block_are_too(int zeros)
    {
        var start = ChainBytes.Ends(_file)[^2];
        byte[] zeroed = [.. _file[..^zeros], .. new byte[zeros]];

        Assert.Equal(new ChainFault(4, ChainFaultKind.Zeros, start), ChainBytes.FindFault(zeroed));
        Assert.Equal(new ChainFault(4, ChainFaultKind.Checksum, start), ChainBytes.FindFault([.. zeroed, .. new byte[40]]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(100_000)]
    public void A_file_of_zeros_can_be_cut_to_nothing(int zeros) =>
        Assert.Equal(new ChainFault(0, ChainFaultKind.Zeros, 0), ChainBytes.FindFault(new byte[zeros]));

    [Fact]
    public async Task The_refusal_names_the_byte_at_which_the_file_can_be_cut_to_be_continued()
    {
        using var folder = new ChainFolder();
        var whole = await ChainRun.ThreeWeeks;
        var partly = whole[..ChainBytes.Ends(whole)[7]];
        folder.Write([.. partly, .. new byte[4096]]);

        ChainRun.AssertOneLine(
            await ChainRun.RunAsync(folder, "3 --resume"), 4, $"block 7 at byte {partly.Length}: ", $"to continue it, cut it at byte {partly.Length}\n");
        (await Invocation.RunAsync("verify", folder.Path)).AssertFailed(4, $"cut it at byte {partly.Length}");

        using (var file = File.OpenWrite(folder.Path))
        {
            file.SetLength(partly.Length);
        }

        Assert.Equal(0, (await ChainRun.RunAsync(folder, "3 --resume")).ExitCode);
    }
}
