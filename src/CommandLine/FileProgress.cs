using MovieChain.Ledger;
using Spectre.Console;

namespace MovieChain.CommandLine;

/// <summary>Verifies a chain's file under a progress bar of bytes.</summary>
internal static class FileProgress
{
    public static ChainFileSummary Verify(ChainFileReader reader, Workers workers, bool isShown, Action<BlockInFile>? onGoodBlock = null)
    {
        if (!isShown || Terminal.ForProgress() is not { } console)
        {
            return ChainFile.Verify(reader, workers, onGoodBlock);
        }

        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var task = progress.AddTask("Verifying", maxValue: Math.Max(1, reader.Length));
                return ChainFile.Verify(reader, workers, filed =>
                {
                    onGoodBlock?.Invoke(filed);
                    task.Value = filed.End;
                });
            });
    }
}
