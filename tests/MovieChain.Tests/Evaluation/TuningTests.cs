using System.Collections.Immutable;
using MovieChain.Evaluation;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Evaluation;

public sealed class TuningTests
{
    private static readonly MatrixFactorizationOptions _forRatings = MatrixFactorizationOptions.ForRatings with
    {
        ApproximationRank = 4,
        NumberOfIterations = 4,
        NumberOfThreads = 1,
    };

    private static readonly MatrixFactorizationOptions _forRanking = MatrixFactorizationOptions.ForPositiveFeedback with
    {
        ApproximationRank = 4,
        NumberOfIterations = 3,
        NumberOfThreads = 1,
    };

    [Fact]
    public void What_is_picked_in_a_fold_does_not_depend_on_the_rows_it_is_tested_on()
    {
        const int Folds = 3;
        var table = Tables.TwoTastes();
        var picked = RatingEvaluation.CrossValidate(table, Folds, All(_forRatings, isRanking: false));
        var foldOf = MovieChain.Evaluation.Folds.Deal(table.Count, Folds, new(_forRatings.Seed), split: 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var disturbed = table with { Ratings = [.. table.Ratings.Select((rating, row) => foldOf[row] == fold ? (row * 7 % 5) + 1 : rating)] };
            var again = RatingEvaluation.CrossValidate(disturbed, Folds, All(_forRatings, isRanking: false));
            AssertSame(picked.Folds[fold].Choice!, again.Folds[fold].Choice!);
            Assert.NotEqual(picked.Folds[fold].Models[^1].Error, again.Folds[fold].Models[^1].Error);
        }
    }

    /// <summary>Of 200 films eight have ratings to train on, so that a left-out film of those ranks high whatever the trainer makes of it, and
    /// another one never: were the test rows trained on, what is left out of the training rows would be one of these or of those.</summary>
    [Fact]
    public void What_is_picked_for_ranking_does_not_depend_on_the_rows_that_are_left_out()
    {
        const int Users = 20;
        var users = Enumerable.Range(0, Users).ToList();
        var training = Tables.Of(Users, 200, [.. users.SelectMany(user => Enumerable.Range(0, 6).Select(step => (user, (user + step) % 8, 1.0)))]);
        var (known, unknown) = (TestRows(user => (user + 6) % 8), TestRows(user => 100 + user));

        var picked = Pick(known);
        Assert.True(picked.Score > 0);
        AssertSame(picked, Pick(unknown));

        RatingTable TestRows(Func<int, int> film) => Tables.Of(Users, 200, [.. users.Select(user => (user, film(user), 1.0))]) with
        {
            Times = [.. users.Select(_ => 1_000_000L)],
        };

        Choice Pick(RatingTable test) => RankingEvaluation.Run(Tables.Given(training, test), published: null, All(_forRanking, isRanking: true)).Choice!;
    }

    [Fact]
    public void As_many_models_are_fitted_whatever_the_data_and_a_setting_that_is_given_stays()
    {
        var all = All(_forRatings, isRanking: false);
        var fits = Tuning.ForRatings(Tables.TwoTastes(), 1, all).Fits;
        Assert.Equal(fits, Tuning.ForRatings(Tables.TwoTastes(seed: 2), 1, all).Fits);

        var fixedRank = all with { Tuned = all.Tuned.Remove(TunedSetting.Rank) };
        var choice = Tuning.ForRatings(Tables.TwoTastes(), 1, fixedRank);
        Assert.True(choice.Fits < fits);
        Assert.Equal(_forRatings.ApproximationRank, choice.Options.ApproximationRank);
    }

    [Fact]
    public void What_is_picked_does_no_worse_where_it_was_picked_than_what_was_there()
    {
        var settings = All(_forRatings with { Lambda = 1000 }, isRanking: false);
        var choice = Tuning.ForRatings(Tables.TwoTastes(), 1, settings);
        var unchanged = Tuning.ForRatings(Tables.TwoTastes(), 1, settings with { Tuned = [TunedSetting.Alpha] });

        Assert.Equal(1, unchanged.Fits);
        Assert.Equal(settings.Options, unchanged.Options);
        Assert.True(choice.Score <= unchanged.Score);
    }

    [Fact]
    public void Too_few_rows_to_hold_any_out_are_refused()
    {
        Assert.Throws<MalformedFileException>(() => Tuning.ForRatings(Tables.Of(1, 1, (0, 0, 1)), 1, All(_forRatings, isRanking: false)));
        Assert.Throws<MalformedFileException>(() => Tuning.ForRanking(Tables.Of(2, 1, (0, 0, 1), (1, 0, 1)), All(_forRanking, isRanking: true)));
    }

    private static EvaluationSettings All(MatrixFactorizationOptions options, bool isRanking) =>
        new(options, Tuning.Settings(isRanking).ToImmutableArray());

    private static void AssertSame(Choice expected, Choice actual) => Assert.Equal(expected with { Time = default }, actual with { Time = default });
}
