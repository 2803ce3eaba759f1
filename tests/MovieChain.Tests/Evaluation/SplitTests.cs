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
        var table = Tables.Of(4, 4, (0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 1), (1, 1, 1), (2, 3, 1)) with { Times = [5, 9, 7, 8, 4, 1] };
        var (training, test, rule) = Tables.LastOut(table);

        // User 2 has one row, and keeps it; user 3 has none.
        Assert.Equal([(0, 1), (1, 0)], Pairs(test));
        Assert.Equal([(0, 0), (0, 2), (1, 1), (2, 3)], Pairs(training));
        Assert.Equal(0, rule.UsersWithTies);
    }

    [Fact]
    public void Among_rows_of_the_latest_time_each_is_as_likely_to_be_left_out()
    {
        const int Users = 3000;
        var rows = Enumerable.Range(0, Users).SelectMany(user => (int[])[0, 1, 2, 3], (user, film) => (user, film, 1.0)).Append((Users, 0, 1.0));
        var table = Tables.Of(Users + 1, 4, [.. rows]) with { Times = [.. Enumerable.Repeat((long[])[3, 9, 9, 9], Users).SelectMany(times => times), 9] };
        var (training, test, rule) = Tables.LastOut(table);

        // 1,000 each, standard deviation 26; six of those would be one chance in half a billion. The last user has one row, which is no tie.
        Assert.Equal((Users, Users), (test.Count, rule.UsersWithTies));
        Assert.Equal(table.Count - Users, training.Count);
        Assert.DoesNotContain(0, test.Films);
        Assert.All((int[])[1, 2, 3], film => Assert.InRange(test.Films.Count(other => other == film), 1000 - 156, 1000 + 156));

        Assert.Equal(Pairs(test), Pairs(Tables.LastOut(table).Test));
        Assert.NotEqual(Pairs(test), Pairs(Tables.LastOut(table, seed: 2).Test));
        Assert.NotEqual(Pairs(test), Pairs(LeaveLastOut.Split(table, new RandomStreams(1), StreamPurpose.TuningLastRow).Test));
    }

    [Fact]
    public void Which_row_of_a_user_is_left_out_does_not_depend_on_other_users()
    {
        var table = Tables.Of(30, 12, [.. Enumerable.Range(0, 360).Select(row => (row / 12, row % 12, 1.0))]) with { Times = new double[360] };
        var fewer = Tables.Of(30, 12, [.. Enumerable.Range(0, 180).Select(row => (row / 12 * 2, row % 12, 1.0))]) with { Times = new double[180] };

        Assert.Equal(Pairs(Tables.LastOut(table).Test).Where(pair => pair.User % 2 == 0), Pairs(Tables.LastOut(fewer).Test));
    }

    [Theory]
    [InlineData(0.5, 2, 30)]
    [InlineData(0.6, 2, 30)]
    [InlineData(0.2, 1, 20)]
    [InlineData(0.999, 5, 50)]
    public void Rows_before_a_time_are_trained_on_and_rows_of_one_time_stay_together(double fraction, int trained, long first)
    {
        var table = Tables.Of(6, 1, [.. Enumerable.Range(0, 6).Select(user => (user, 0, 1.0))]) with { Times = [30, 50, 10, 30, 20, 30] };
        var (training, test, rule) = TimeSplit.Split(table, fraction)!;

        Assert.Equal((trained, 6 - trained), (training.Count, test.Count));
        Assert.Equal(new SplitRule(SplitKind.Time, fraction, first), rule);
        Assert.True(training.Times.Max() < first && test.Times.Min() == first);
    }

    [Fact]
    public void A_split_by_time_needs_a_row_that_is_earlier_than_the_others()
    {
        var table = Tables.Of(3, 1, (0, 0, 1), (1, 0, 1), (2, 0, 1));
        Assert.Null(TimeSplit.Split(table with { Times = [7, 7, 7] }, 0.9));
        Assert.Null(TimeSplit.Split(table with { Times = [7, 7, 8] }, 0.4));
    }

    private static IEnumerable<(int User, int Film)> Pairs(RatingTable table) => table.Users.Zip(table.Films);
}
