using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>Random assignment of rows to folds whose sizes differ by at most one.</summary>
internal static class Folds
{
    /// <summary>The fold of each row, from 0.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="folds">Number of folds.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="split">Number of the split; each number gives an independent split.</param>
    public static int[] Deal(int rows, int folds, RandomStreams streams, int split)
    {
        var stream = streams.For(StreamPurpose.Fold, split);
        var foldOf = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            foldOf[row] = row % folds;
        }

        // Fisher–Yates shuffle: every order of the rows is equally likely.
        for (var last = rows - 1; last > 0; last--)
        {
            var other = stream.NextInt32(0, last);
            (foldOf[last], foldOf[other]) = (foldOf[other], foldOf[last]);
        }

        return foldOf;
    }

    /// <summary>The rows outside a fold for training, and the rows of the fold for testing.</summary>
    public static (RatingTable Training, RatingTable Test) Split(RatingTable ratings, int[] foldOf, int fold)
    {
        var (test, training) = ratings.Split(Array.ConvertAll(foldOf, other => other == fold));
        return (training, test);
    }
}
