using MovieChain.Evaluation;
using MovieChain.Tests.Evaluation;

namespace MovieChain.Tests.CommandLine;

public sealed class EvaluateSplitTests : RatingFolderTests
{
    [Fact]
    public async Task Where_times_are_equal_or_missing_the_row_that_is_left_out_is_drawn_by_the_seed_and_the_report_says_so()
    {
        var table = Tables.TwoTastes(films: 160);
        var same = Ratings(table with { Times = new double[table.Count] });
        var report = await ReportAsync($"evaluate --implicit --ratings {same} --tune --rank 2 --iterations 2 --alpha 0.3");
        Assert.Equal(("lastRow", 60), (report.GetProperty("split").GetString(), Int(report, "usersWithTies")));
        Assert.Equal(60, Int(report.GetProperty("tuned"), "usersWithTies"));
        Assert.Contains(
            "Equal times Users with several rows of their latest timestamp, or without timestamps: 60. One of these rows is drawn by seed 5",
            await WordsAsync($"evaluate --implicit --ratings {same} {Small} --seed 5"),
            StringComparison.Ordinal);

        Assert.Equal(0, Int(await ReportAsync($"evaluate --implicit --ratings {Ratings(table)} {Small}"), "usersWithTies"));
    }

    [Theory]
    [InlineData("", "rmse")]
    [InlineData("--implicit", "ndcg")]
    public async Task A_split_by_time_says_where_it_is_and_what_its_models_have_not_seen(string options, string figure)
    {
        // User 9 and film 98 are in the last row only.
        var table = Tables.TwoTastes();
        var text = Tables.Text(table, RatingLayout.Csv) + $"9,98,4,{table.Count}\n";
        var report = await ReportAsync($"evaluate --ratings {Write("ratings.csv", text)} --split-time 0.8 {options} {Small}");
        var first = (int)Math.Round(0.8 * (table.Count + 1));
        var split = options.Length == 0 ? report.GetProperty("folds")[0] : report;

        Assert.Equal(("time", first), (report.GetProperty("split").GetString(), Int(report, "firstTestTime")));
        Assert.Equal((first, table.Count + 1 - first), (Int(split, "trainingRows"), Int(split, "testRows")));
        Assert.Equal((1, 1), (Int(split, "unseenUsers"), Int(split, "unseenFilms")));
        Assert.True(split.GetProperty("models")[1].GetProperty(figure).GetDouble() > 0);
        Assert.Contains(
            $"rows with timestamp {first} or later are test rows",
            await WordsAsync($"evaluate --ratings {Write("ratings.csv", text)} --split-time 0.8 {options} {Small}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_films_that_the_user_has_not_rated_can_be_the_candidates()
    {
        var table = Tables.TwoTastes(films: 160);
        var ratings = Ratings(table);
        var report = await ReportAsync($"evaluate --implicit --ratings {ratings} --candidates all {Small}");
        var rows = table.RowsOfUsers();
        var candidates = report.GetProperty("candidates");
        Assert.Equal("all", candidates.GetProperty("source").GetString());
        Assert.Equal((160 - rows.Max(), 160 - rows.Min()), (Int(candidates, "fewest"), Int(candidates, "most")));

        // Where 99 films or fewer are left, all of them are drawn: both ways of ranking are one.
        var few = Ratings(Tables.TwoTastes(), "few.csv");
        Assert.Equal(
            FiguresOf(await ReportAsync($"evaluate --implicit --ratings {few} {Small}"), "hitRate", "ndcg", "filled"),
            FiguresOf(await ReportAsync($"evaluate --implicit --ratings {few} --candidates all {Small}"), "hitRate", "ndcg", "filled"));
    }
}
