using MovieChain.Ledger;

namespace MovieChain.CommandLine.Chains;

/// <summary>Verifies a chain's file under a progress bar of bytes.</summary>
internal static class FileProgress
{
    public static ChainFileSummary Verify(ChainFileReader reader, Workers workers, bool isShown, Action<BlockInFile>? onGoodBlock = null)
    {
        return Terminal.WithProgress(isShown, progress =>
        {
            var bar = progress?.AddTask("Verifying", maxValue: Math.Max(1, reader.Length));
            return ChainFile.Verify(reader, workers, filed =>
            {
                onGoodBlock?.Invoke(filed);
                bar?.Value = filed.End;
            });
        });
    }
}
