using System.Text.Json;
using MovieChain.Evaluation;
using MovieChain.Tests.Evaluation;

namespace MovieChain.Tests.CommandLine;

public sealed class EvaluateTests : RatingFolderTests
{
    [Fact]
    public async Task All_layouts_of_the_same_rows_give_the_same_figures()
    {
        var figures = new List<string>();
        foreach (var layout in Enum.GetValues<RatingLayout>())
        {
            var file = Write($"ratings.{layout}", Tables.Text(Tables.TwoTastes(), layout));
            foreach (var more in (string[])["", $" --layout {layout.ToString().ToLowerInvariant()}", " --threads 3"])
            {
                figures.Add(FiguresOf(await ReportAsync($"evaluate --ratings {file} {Small}{more}"), "rmse", "mae", "filled"));
            }
        }

        Assert.Single(figures.Distinct());
    }

    [Fact]
    public async Task JSON_of_predicted_ratings_has_every_fold_and_their_means()
    {
        var table = Tables.TwoTastes();
        var report = await ReportAsync($"evaluate --ratings {Ratings(table)} --folds 4 --seed 9 --regularization 3 --threads 2 {Small}");

        Assert.Equal("ratings", report.GetProperty("task").GetString());
        Assert.Equal((table.Count, 60, 40), Data(report));
        var options = report.GetProperty("options");
        Assert.Equal((3, 3.0, 3, 9, 2), (Int(options, "rank"), options.GetProperty("regularization").GetDouble(), Int(options, "iterations"), Int(options, "seed"), Int(options, "threads")));
        var folds = report.GetProperty("folds").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3, 4], folds.Select(fold => Int(fold, "fold")));
        Assert.Equal(table.Count, folds.Sum(fold => Int(fold, "testRows")));
        Assert.All(folds, fold => Assert.Equal(JsonValueKind.Null, fold.GetProperty("tuned").ValueKind));
        foreach (var (model, place) in report.GetProperty("models").EnumerateArray().Select((model, place) => (model, place)))
        {
            var own = folds.Select(fold => fold.GetProperty("models")[place]).ToList();
            Assert.All(own, figures => Assert.Equal(model.GetProperty("model").GetString(), figures.GetProperty("model").GetString()));
            Assert.Equal(own.Average(figures => figures.GetProperty("rmse").GetDouble()), model.GetProperty("rmse").GetDouble(), precision: 12);
            Assert.True(model.GetProperty("fitSeconds").GetDouble() > 0);
            Assert.True(model.GetProperty("rowsPerSecond").GetDouble() > 0);
        }

        Assert.Equal(
            ["globalMean", "popularity", "userFilmBias", "matrixFactorization"],
            report.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("model").GetString()));
    }

    [Fact]
    public async Task A_given_split_is_measured_as_given()
    {
        var (training, test, _) = Tables.LastOut(Tables.TwoTastes());
        var (train, given) = (Ratings(training, "u1.base"), Ratings(test, "u1.test"));
        var report = await ReportAsync($"evaluate --train {train} --test {given} {Small}");

        var fold = Assert.Single(report.GetProperty("folds").EnumerateArray());
        Assert.Equal((training.Count, test.Count), (Int(fold, "trainingRows"), Int(fold, "testRows")));
        Assert.Equal("given", report.GetProperty("split").GetString());
    }

    [Fact]
    public async Task The_table_and_CSV_say_what_JSON_says()
    {
        var command = $"evaluate --ratings {Ratings(Tables.TwoTastes())} {Small}";
        var report = await ReportAsync(command);
        var table = (await Invocation.RunAsync(command)).AssertSucceeded();
        var csv = (await Invocation.RunAsync($"{command} --format csv")).AssertSucceeded().TrimEnd('\n').Split('\n');

        Assert.All(report.GetProperty("models").EnumerateArray(), model => Assert.Contains($"{model.GetProperty("rmse").GetDouble():F4}", table, StringComparison.Ordinal));
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Equal("fold,user,model,trainingRows,testRows,rmse,mae,filled,seed,rank,regularization,iterations", csv[0]);

        // The squared errors of all users of a fold, weighted by their rows, are those of the fold.
        var rows = csv.Skip(1).Select(line => line.Split(',')).Where(row => row is ["5", _, "matrixFactorization", ..]).ToList();
        var squares = rows.Sum(row => Number(row[4]) * Number(row[5]) * Number(row[5]));
        var fold = report.GetProperty("folds")[4];
        Assert.Equal(fold.GetProperty("models")[3].GetProperty("rmse").GetDouble(), Math.Sqrt(squares / Int(fold, "testRows")), precision: 12);
        Assert.Equal(Int(fold, "testRows"), rows.Sum(row => Number(row[4])));
        Assert.Equal(rows.Count, rows.DistinctBy(row => row[1]).Count());
        Assert.All(rows, row => Assert.Equal("3", row[1][^1..]));
        Assert.All(csv.Skip(1), row => Assert.EndsWith(",1,3,0.6,3", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ranking_leaves_each_users_last_row_out_and_reports_hits_and_NDCG()
    {
        var table = Tables.TwoTastes(films: 160);
        var command = $"evaluate --implicit --ratings {Ratings(table)} --alpha 0.5 {Small}";
        var report = await ReportAsync(command);

        Assert.Equal("ranking", report.GetProperty("task").GetString());
        Assert.Equal((table.Count - 60, 60), (Int(report, "trainingRows"), Int(report, "testRows")));
        Assert.Equal(10, Int(report, "cutoff"));
        Assert.Equal((99, 0), (Int(report.GetProperty("candidates"), "most"), Int(report.GetProperty("candidates"), "rated")));
        Assert.Equal(0.5, report.GetProperty("options").GetProperty("alpha").GetDouble());
        var models = report.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(["chance", "popularity", "matrixFactorization"], models.Select(model => model.GetProperty("model").GetString()));
        Assert.All(models, model => Assert.InRange(model.GetProperty("ndcg").GetDouble(), 0, model.GetProperty("hitRate").GetDouble()));
        Assert.Equal(JsonValueKind.Null, models[0].GetProperty("fitSeconds").ValueKind);

        var text = (await Invocation.RunAsync(command)).AssertSucceeded();
        Assert.Contains(" HR@10 ", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        var csv = (await Invocation.RunAsync($"{command} --format csv")).AssertSucceeded();
        Assert.StartsWith("user,model,trainingRows,testRows,hitRate,ndcg,filled,seed,rank,regularization,iterations,alpha\n", csv, StringComparison.Ordinal);
        var rows = csv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).Where(row => row[1] == "matrixFactorization").ToList();
        Assert.Equal(60, rows.Count);
        Assert.All(rows, row => Assert.Equal(["1", "3", "0.007", "3", "0.5"], row[^5..]));
        Assert.Equal(models[2].GetProperty("ndcg").GetDouble(), rows.Average(row => Number(row[5])), precision: 12);
    }

    [Fact]
    public async Task A_published_split_with_its_list_of_films_is_ranked_as_published()
    {
        // Numbered from 0 and apart from the files of MovieLens, as the data of NCF are; film 4 is in the test file alone.
        var train = Write("ml.train.rating", "0\t0\t5\t978824330\n0\t1\t4\t978824331\n1\t0\t3\t978824332\n1\t2\t3\t978824333\n2\t3\t1\t978824334\n");
        var test = Write("ml.test.rating", "0\t2\t5\t978824351\n1\t4\t3\t978300174\n2\t0\t3\t978300175\n");
        var negatives = Write("ml.test.negative", "(0,2)\t3\t4\n(1,4)\t1\t3\t3\n(2,0)\t1\t3\t0\n");
        var command = $"evaluate --implicit --train {train} --test {test} --negatives {negatives} {Small}";
        var report = await ReportAsync(command);

        Assert.Equal((5, 3, 1), (Int(report, "trainingRows"), Int(report, "testRows"), Int(report, "unseenFilms")));
        var candidates = report.GetProperty("candidates");
        Assert.Equal("file", candidates.GetProperty("source").GetString());
        Assert.Equal((2, 1, 1), (Int(candidates, "most"), Int(candidates, "rated"), Int(candidates, "unseen")));
        Assert.Equal((1, 1), (Int(candidates, "ownFilms"), Int(candidates, "repeated")));
        var table = await WordsAsync(command);
        Assert.Contains(" 2 films a test row, as listed. Dropped: the test row's own film (in 1 list), films that are listed before (1).", table, StringComparison.Ordinal);
        Assert.Contains("Kept, as in the published protocol: films that are also in their user's training rows (1)", table, StringComparison.Ordinal);

        var longer = Write("longer.negative", "(2,0)\t1\n(0,2)\t3\t4\n(1,4)\t1\n");
        candidates = (await ReportAsync(command.Replace(negatives, longer, StringComparison.Ordinal))).GetProperty("candidates");
        Assert.Equal((1, 2, 0), (Int(candidates, "fewest"), Int(candidates, "most"), Int(candidates, "ownFilms")));
    }

    [Fact]
    public async Task Tuning_says_what_it_picked()
    {
        var file = Ratings(Tables.TwoTastes());
        var report = await ReportAsync($"evaluate --ratings {file} --tune --folds 2 --rank 2");
        var tuned = report.GetProperty("folds").EnumerateArray().Select(fold => fold.GetProperty("tuned")).ToList();

        Assert.All(tuned, choice => Assert.Equal(2, Int(choice, "rank")));
        Assert.All(tuned, choice => Assert.InRange(choice.GetProperty("rmse").GetDouble(), 0.1, 2));
        var table = (await Invocation.RunAsync($"evaluate --ratings {file} --tune --folds 2 --rank 2")).AssertSucceeded();
        Assert.Contains(" Tuned ", table, StringComparison.Ordinal);

        var ranking = await ReportAsync($"evaluate --implicit --ratings {file} --tune --rank 2 --iterations 2");
        Assert.InRange(ranking.GetProperty("tuned").GetProperty("ndcg").GetDouble(), 0, 1);
    }

    [Theory]
    [InlineData("1,2,3,4\n1,3,x,4\n", "line 2: column 3: rating 'x' must be a number from -1000 to 1000")]
    [InlineData("1,2,3,4\n1,3\n", "line 2: '1,3' has 2 fields separated by commas, but the first line has 4")]
    [InlineData("1,2,3,4\n1,2,3,4\n", "line 2: user 1 rated film 2 already in line 1")]
    [InlineData("", "is empty")]
    public async Task A_malformed_file_ends_the_run_with_its_name_and_line(string text, string said)
    {
        var file = Write("bad.csv", text);
        (await Invocation.RunAsync($"evaluate --ratings {file}")).AssertFailed(3, $"--ratings {file}: {said}");
    }

    [Fact]
    public async Task A_test_row_that_is_trained_on_too_is_refused()
    {
        var (train, test) = (Write("a", "1,2,3,4\n1,3,3,4\n"), Write("b", "2,2,3,4\n1,3,4,4\n"));
        (await Invocation.RunAsync($"evaluate --train {train} --test {test}")).AssertFailed(3, $"--test {test}: line 2: the same user and film are in line 2");
    }

    [Fact]
    public async Task A_list_of_films_for_another_split_is_refused()
    {
        var (ratings, negatives) = (Write("a", "1,2,3,4\n1,3,3,5\n2,3,3,6\n"), Write("n", "(1,2)\t3\n"));
        (await Invocation.RunAsync($"evaluate --implicit --ratings {ratings} --negatives {negatives}"))
            .AssertFailed(3, $"--negatives {negatives}: line 1: (1,2) is not a test row");
    }

    [Theory]
    [InlineData("1,2,3,4\n2,2,3,4\n", "--implicit", 3, "no user has two ratings")]
    [InlineData("1,2,3,4\n2,2,3,4\n", "--folds 3", 2, "--folds 3: must be at most the 2 ratings")]
    [InlineData("1,2,3,4\n2,2,3,4\n", "--folds 2 --tune", 3, "too few training rows")]
    [InlineData("1,2,3,4\n1,3,3,4\n", "--implicit --tune", 3, "too few training rows")]
    [InlineData("1,2,3,4\n2,2,3,4\n", "--split-time 0.5", 2, "--split-time 0.5: no rating is earlier than the first one after that fraction")]
    [InlineData("1,2,3,4\n2,2,3,4\n", "--layout tab", 3, "line 1: '1,2,3,4' has one field")]
    public async Task A_file_that_there_is_too_little_in_is_refused(string text, string options, int exitCode, string said) =>
        (await Invocation.RunAsync($"evaluate --ratings {Write("few", text)} {options}")).AssertFailed(exitCode, said);

    [Theory]
    [InlineData("no-such-file", "there is no such file")]
    [InlineData(".", "is a directory")]
    public async Task A_file_that_cannot_be_read_is_named(string path, string said) =>
        (await Invocation.RunAsync($"evaluate --ratings {path}")).AssertFailed(3, $"--ratings {path}: ", said);

    [Theory]
    [InlineData("", "must be given --ratings FILE, or --train FILE and --test FILE")]
    [InlineData("--ratings a --train b", "--train b: does not go with --ratings")]
    [InlineData("--ratings a --test b", "--test b: does not go with --ratings")]
    [InlineData("--train a", "--train a: needs --test FILE")]
    [InlineData("--test a", "--test a: needs --train FILE")]
    [InlineData("--ratings a --negatives b", "--negatives b: needs --implicit")]
    [InlineData("--ratings a --alpha 0.5", "--alpha 0.5: needs --implicit")]
    [InlineData("--ratings a --folds 3 --implicit", "--folds 3: does not go with --implicit")]
    [InlineData("--train a --test b --folds 3", "--folds 3: does not go with --train and --test")]
    [InlineData("--ratings a --folds 3 --split-time 0.5", "--folds 3: does not go with --split-time")]
    [InlineData("--train a --test b --split-time 0.5", "--split-time 0.5: does not go with --train and --test")]
    [InlineData("--ratings a --split-time 1", "--split-time 1: must be a number from 0.001 to 0.999")]
    [InlineData("--ratings a --candidates all", "--candidates all: needs --implicit")]
    [InlineData("--ratings a --candidates 99 --implicit", "--candidates 99: must be one of sampled, all")]
    [InlineData("--train a --test b --implicit --negatives c --candidates all", "--candidates all: does not go with --negatives")]
    [InlineData("--ratings a --recommendations 5 top.csv", "--recommendations 5 top.csv: needs one trained model; give --implicit, --split-time, or --train and --test")]
    [InlineData("--ratings a --implicit --recommendations 5", "--recommendations 5: must be K FILE; the file is missing")]
    [InlineData("--ratings a --implicit --recommendations 5 top.csv --recommendations 6 other.csv", "--recommendations: is given twice")]
    [InlineData("--ratings a --implicit --recommendations top.csv", "--recommendations top.csv: must be K FILE, where K is a whole number from 1 to 10000")]
    [InlineData("--ratings a --implicit --recommendations 0 top.csv", "--recommendations 0 top.csv: must be K FILE, where K is a whole number from 1 to 10000")]
    [InlineData("--ratings a --implicit --recommendations 5 x.csv --predictions ./x.csv", "--recommendations 5 x.csv: --predictions ./x.csv is the same file")]
    [InlineData("--ratings a --tune --rank 3 --regularization 1 --iterations 4", "--tune: nothing is left to tune")]
    [InlineData("--ratings a --rank 0", "--rank 0: must be a whole number from 1 to 256")]
    [InlineData("--ratings a --rank 257", "--rank 257: must be a whole number from 1 to 256")]
    [InlineData("--ratings a --regularization 0", "--regularization 0: must be a number from 0.0001 to 10000")]
    [InlineData("--ratings a --regularization NaN", "--regularization NaN: must be a number from")]
    [InlineData("--ratings a --iterations 1001", "--iterations 1001: must be a whole number from 1 to 1000")]
    [InlineData("--ratings a --alpha -1 --implicit", "--alpha -1: must be a number from 0.0001 to 1000")]
    [InlineData("--ratings a --folds 1", "--folds 1: must be a whole number from 2 to 100")]
    [InlineData("--ratings a --layout xml", "--layout xml: must be one of csv, semicolon, tab, space, colons")]
    [InlineData("--ratings a --layout 1", "--layout 1: must be one of csv, semicolon, tab, space, colons")]
    [InlineData("--ratings a --format xml", "--format xml: must be one of table, csv, json")]
    [InlineData("--ratings a --seed -1", "--seed -1: must be a whole number from 0 to")]
    [InlineData("--ratings a --threads 0", "--threads 0: must be a whole number from 1 to 1024")]
    [InlineData("--ratings a --weeks 3", "'--weeks'")]
    [InlineData("stray", "'stray'")]
    public async Task Options_that_are_wrong_or_do_not_go_together_are_refused(string options, string said) =>
        (await Invocation.RunAsync($"evaluate {options}")).AssertRefused(said);
}
