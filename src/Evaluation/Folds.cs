using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>Deals rows out at random into folds whose sizes differ by one at most.</summary>
internal static class Folds
{
    /// <summary>The fold of each row, from 0.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="folds">How many folds there are.</param>
    /// <param name="streams">The chance that decides.</param>
    /// <param name="split">Which split this is: another number gives another split.</param>
    public static int[] Deal(int rows, int folds, RandomStreams streams, int split)
    {
        var stream = streams.For(StreamPurpose.Fold, split);
        var foldOf = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            foldOf[row] = row % folds;
        }

        // Fisher and Yates: every order of the rows is as likely as every other.
        for (var last = rows - 1; last > 0; last--)
        {
            var other = stream.NextInt32(0, last);
            (foldOf[last], foldOf[other]) = (foldOf[other], foldOf[last]);
        }

        return foldOf;
    }

    /// <summary>The rows outside a fold, to train on, and those within, to measure on.</summary>
    public static (RatingTable Training, RatingTable Test) Split(RatingTable ratings, int[] foldOf, int fold)
    {
        var (test, training) = ratings.Split(Array.ConvertAll(foldOf, other => other == fold));
        return (training, test);
    }
}
