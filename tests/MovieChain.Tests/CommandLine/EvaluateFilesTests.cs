using System.Globalization;
using MovieChain.Evaluation;
using MovieChain.Tests.Evaluation;

namespace MovieChain.Tests.CommandLine;

public sealed class EvaluateFilesTests : RatingFolderTests
{
    private readonly RatingTable _table = Tables.TwoTastes(films: 160);

    [Fact]
    public async Task Every_rating_is_written_once_with_the_prediction_that_is_measured()
    {
        var report = await ReportAsync($"evaluate --ratings {Ratings(_table)} --predictions {In("p.csv")} --folds 3 {Small}");
        var rows = Rows("p.csv", "fold,user,item,rating,prediction,filled");

        Assert.Equal(
            _table.Users.Zip(_table.Films, _table.Ratings).Select(row => (IdOfUser(row.First), IdOfFilm(row.Second), (double)row.Third)).Order(),
            rows.Select(row => (row[1], row[2], Number(row[3]))).Order());
        foreach (var fold in report.GetProperty("folds").EnumerateArray())
        {
            var own = rows.Where(row => Number(row[0]) == fold.GetProperty("fold").GetInt32()).ToList();
            var figures = fold.GetProperty("models")[3];
            Assert.Equal(figures.GetProperty("rmse").GetDouble(), Math.Sqrt(own.Average(row => Math.Pow(Number(row[4]) - Number(row[3]), 2))), precision: 12);
            Assert.Equal(figures.GetProperty("filled").GetInt32(), own.Count(row => row[5] == "1"));
        }
    }

    [Fact]
    public async Task Every_test_row_is_written_with_its_rank_and_the_top_films_are_in_the_order_of_the_same_scores()
    {
        var report = await ReportAsync(
            $"evaluate --implicit --candidates all --ratings {Ratings(_table)} --predictions {In("p.csv")} --recommendations 10 {In("top.csv")} {Small}");
        var ranks = Rows("p.csv", "user,item,rank,candidates,score");
        var top = Rows("top.csv", "user,rank,item,score").ToLookup(row => row[0]);
        var (_, test, _) = Tables.LastOut(_table);

        Assert.Equal(
            test.Users.Zip(test.Films).Select(row => (IdOfUser(row.First), IdOfFilm(row.Second))).Order(),
            ranks.Select(row => (row[0], row[1])).Order());
        Assert.Equal(report.GetProperty("models")[2].GetProperty("hitRate").GetDouble(), ranks.Average(row => Number(row[2]) <= 10 ? 1.0 : 0), precision: 12);
        Assert.Equal(60, top.Count);
        foreach (var row in ranks)
        {
            var films = top[row[0]].ToList();
            Assert.Equal(Enumerable.Range(1, 10), films.Select(film => int.Parse(film[1], CultureInfo.InvariantCulture)));
            Assert.Equal(films.Select(film => Number(film[3])).OrderDescending(), films.Select(film => Number(film[3])));

            // Among all films, the rank of the film that was left out is its place in the list, with the score of the list.
            var place = films.FindIndex(film => film[2] == row[1]);
            Assert.Equal(Number(row[2]) <= 10 ? (int)Number(row[2]) - 1 : -1, place);
            Assert.True(place < 0 || films[place][3] == row[4]);
        }
    }

    [Fact]
    public async Task Ids_are_written_as_they_are_whatever_a_spreadsheet_makes_of_them()
    {
        var rows = Enumerable.Range(0, 24).Select(row => $"{(row % 3 == 0 ? "-3" : row % 3 == 1 ? "=1+1" : "@x")},{row / 3 - 9},{1 + (row % 5)},{row}");
        File.WriteAllText(In("ids.csv"), $"user,item,rating,time\n{string.Join('\n', rows)}\n");

        await ReportAsync($"evaluate --ratings {In("ids.csv")} --folds 2 --predictions {In("p.csv")} {Small}");

        var written = File.ReadLines(In("p.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(["-3", "=1+1", "@x"], written.Select(row => row[1]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("-9", written.Select(row => row[2]));
    }

    [Theory]
    [InlineData("--split-time 0.8")]
    [InlineData("--implicit --split-time 0.8")]
    public async Task No_film_that_a_user_is_trained_on_is_recommended(string options)
    {
        await ReportAsync($"evaluate --ratings {Ratings(_table)} {options} --recommendations 500 {In("top.csv")} {Small}");
        var (training, _, _) = TimeSplit.Split(_table, 0.8)!;
        var trained = training.Users.Zip(training.Films).Select(row => (IdOfUser(row.First), IdOfFilm(row.Second))).ToHashSet();
        var recommended = Rows("top.csv", "user,rank,item,score").Select(row => (row[0], row[2])).ToList();

        // All films have training rows, so that all others are recommended where 500 are asked for.
        Assert.DoesNotContain(recommended, trained.Contains);
        Assert.Equal(60 * 160, recommended.Count + trained.Count);
        Assert.Equal(recommended.Count, recommended.Distinct().Count());
    }

    [Theory]
    [InlineData("--predictions")]
    [InlineData("--recommendations 3")]
    public async Task A_file_that_exists_is_never_replaced(string option)
    {
        File.WriteAllText(In("mine.csv"), "mine");
        (await Invocation.RunAsync($"evaluate --implicit --ratings {Ratings(_table)} {option} {In("mine.csv")}"))
            .AssertRefused($"{option} {In("mine.csv")}: exists already; name another file");
        Assert.Equal("mine", File.ReadAllText(In("mine.csv")));

        File.WriteAllText(In("new.csv.part"), "partial");
        (await Invocation.RunAsync($"evaluate --implicit --ratings {Ratings(_table)} {option} {In("new.csv")}"))
            .AssertRefused($"{In("new.csv.part")} exists already: a run is writing it, or ended early");
        Assert.Equal("partial", File.ReadAllText(In("new.csv.part")));
    }

    [Theory]
    [InlineData("no-folder/p.csv", "there is no such folder")]
    [InlineData(".", "is a directory, not a file")]
    public async Task A_file_that_cannot_be_written_is_refused_before_ratings_are_read(string name, string said) =>
        (await Invocation.RunAsync($"evaluate --ratings no-such-file --predictions {In(name)}")).AssertFailed(3, $"--predictions {In(name)}: {said}");

    [Theory]
    [InlineData("--predictions -")]
    [InlineData("--recommendations 3 -")]
    public async Task Standard_output_is_for_the_report(string options) =>
        (await Invocation.RunAsync($"evaluate --implicit --ratings no-such-file {options}"))
            .AssertRefused($"{options}: must name a file; the report goes to standard output");

    [Fact]
    public async Task A_run_that_fails_leaves_no_file()
    {
        File.WriteAllText(In("bad.csv"), "");
        (await Invocation.RunAsync($"evaluate --implicit --ratings {In("bad.csv")} --predictions {In("p.csv")} --recommendations 3 {In("top.csv")}"))
            .AssertFailed(3, "is empty");
        (await Invocation.RunAsync($"evaluate --implicit --ratings {Ratings(_table)} --predictions {In("p.csv")} --recommendations 3 {In("bad.csv")}"))
            .AssertRefused("exists already");

        Assert.Equal(["bad.csv", "ratings.csv"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private List<string[]> Rows(string name, string header)
    {
        var lines = File.ReadAllText(In(name)).TrimEnd('\n').Split('\n');
        Assert.Equal(header, lines[0]);
        return [.. lines.Skip(1).Select(line => line.Split(','))];
    }

    private static string IdOfUser(int user) => $"{(10 * user) + 3}";

    private static string IdOfFilm(int film) => $"{(7 * film) + 1}";
}
