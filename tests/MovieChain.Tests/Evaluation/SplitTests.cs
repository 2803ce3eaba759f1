using MovieChain.Evaluation;
using MovieChain.Randomness;

namespace MovieChain.Tests.Evaluation;

public sealed class SplitTests
{
    [Theory]
    [InlineData(5, 5)]
    [InlineData(23, 5)]
    [InlineData(1000, 7)]
    public void Every_row_is_in_one_fold_and_folds_differ_by_one_row_at_most(int rows, int folds)
    {
        var foldOf = Folds.Deal(rows, folds, new RandomStreams(1), split: 0);
        var sizes = Enumerable.Range(0, folds).Select(fold => foldOf.Count(other => other == fold)).ToList();

        Assert.Equal(rows, sizes.Sum());
        Assert.True(sizes.Max() - sizes.Min() <= 1);
    }

    [Fact]
    public void Each_fold_is_tested_on_its_own_rows_and_trained_on_all_others()
    {
        var table = Tables.TwoTastes();
        var foldOf = Folds.Deal(table.Count, 5, new RandomStreams(3), split: 0);
        var all = Pairs(table).Order().ToList();
        var tested = new List<(int, int)>();
        for (var fold = 0; fold < 5; fold++)
        {
            var (training, test) = Folds.Split(table, foldOf, fold);
            Assert.Equal(all, Pairs(training).Concat(Pairs(test)).Order());
            tested.AddRange(Pairs(test));
        }

        Assert.Equal(all, tested.Order());
    }

    [Fact]
    public void Folds_depend_on_the_seed_and_on_the_split()
    {
        var folds = Folds.Deal(200, 5, new RandomStreams(1), split: 0);
        Assert.Equal(folds, Folds.Deal(200, 5, new RandomStreams(1), split: 0));
        Assert.NotEqual(folds, Folds.Deal(200, 5, new RandomStreams(2), split: 0));
        Assert.NotEqual(folds, Folds.Deal(200, 5, new RandomStreams(1), split: 1));
    }

    [Fact]
    public void The_latest_row_of_each_user_is_left_out()
    {
        var table = Tables.Of(4, 4, (0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 1), (1, 1, 1), (2, 3, 1)) with { Times = [5, 9, 7, 4, 4, 1] };
        var (training, test) = LeaveLastOut.Split(table);

        // User 1 has two rows of one time, of which the later line counts; user 2 has one row, and keeps it; user 3 has none.
        Assert.Equal([(0, 1), (1, 1)], Pairs(test));
        Assert.Equal([(0, 0), (0, 2), (1, 0), (2, 3)], Pairs(training));
    }

    private static IEnumerable<(int User, int Film)> Pairs(RatingTable table) => table.Users.Zip(table.Films);
}
