using System.Text.Json;
using MovieChain.CommandLine;
using MovieChain.Experiments;
using MovieChain.Reporting.Runs;
using MovieChain.Reporting.Studies;
using MovieChain.Tests.Reporting;

namespace MovieChain.Tests.CommandLine;

/// <summary>One line says why figures are all zero.</summary>
public sealed class StudyNotesTests
{
    private const string Small = "--replications 2 --customers 4 --no-progress";
    private const string Same = "B earns exactly what A earns in every week of every replication: ";
    private const string TooPoor = "the weekly budget of 2 is below the price of every film, 3 to 5.";

    [Theory]
    [InlineData("own all --recommender random --weeks 2", Same + "the slates of the recommender random do not depend on records.")]
    [InlineData("consent=1 consent=0+privacy-strictness=1 --recommender oracle --weeks 2", Same + "the slates of the recommender oracle do not depend on records.")]
    [InlineData("own all --weeks 1", Same + "slates depend on records from week 2 on, and there is 1 week.")]
    [InlineData("own recommender=random+consent=0 --weeks 1", Same + "slates depend on records from week 2 on, and there is 1 week.")]
    [InlineData("own all --weeks 3 --films 3", Same + "every slate holds all 3 films.")]
    [InlineData("consent=0 recommender=popular rank=4 --weeks 3", Same + "no member consents, so that everybody is offered the popular slate.")]
    [InlineData("own own+revoke=0.5@3 --weeks 3", Same + "what differs (revoke) changed no purchase.")]
    [InlineData("own all --weekly-budget 2 --weeks 2", "Under A nothing was sold: " + TooPoor, "Under B nothing was sold: " + TooPoor)]
    [InlineData("own weekly-budget=2 --weeks 2", "Under B nothing was sold: " + TooPoor)]
    [InlineData("own all --weeks 4")]
    public async Task A_comparison_says_why_nothing_differs(string arguments, params string[] notes)
    {
        var command = $"compare {arguments} {Small}";
        var report = JsonElement.Parse((await Invocation.RunAsync($"{command} --format json")).AssertSucceeded());
        var said = report.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).ToList();
        var table = (await Invocation.RunAsync(command)).AssertSucceeded();

        Assert.All(notes, note => Assert.Contains(note, said));
        Assert.Equal(notes.Length == 0, said.Count == 0);
        Assert.Equal(notes.Length > 0, table.Contains(" Note   ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--recommender random --weeks 2", "All coalitions earn exactly the same: the slates of the recommender random do not depend on records.")]
    [InlineData("--recommender oracle --drift 0,1 --weeks 2", "All coalitions earn exactly the same: the slates of the recommender oracle do not depend on records.")]
    [InlineData("--weeks 1", "All coalitions earn exactly the same: slates depend on records from week 2 on, and there is 1 week.")]
    [InlineData("--weekly-budget 2 --weeks 2", "Nothing was sold: " + TooPoor)]
    [InlineData("--weeks 4")]
    [InlineData("--weeks 4 --consent 1,0.999", "At consent 1: what a permission adds cannot be told, because in some replications no more members consent than at the next lower consent.")]
    public async Task A_study_of_coalitions_says_why_records_add_nothing(string arguments, params string[] notes)
    {
        var report = JsonElement.Parse((await Invocation.RunAsync($"value {arguments} {Small} --format json")).AssertSucceeded());

        Assert.Equal(notes, report.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!));
    }

    [Fact]
    public void Of_several_values_those_are_named_at_which_records_add_nothing()
    {
        var value = HandMadeStudies.ByConsent;
        var replications = value.Points[1].Replications.Select(replication => replication with { Outcomes = [.. replication.Outcomes.Select(_ => replication.Outcomes[0])] });
        var study = value with { Points = [value.Points[0], value.Points[1] with { Replications = [.. replications] }] };

        Assert.Equal(["At consent 0.5: All coalitions earn exactly the same: what differs (access) changed no purchase."], StudyNotes.On(study));
        Assert.Contains(
            " Note         At consent 0.5: All coalitions",
            Written(console => DataValueTable.Write(console, study)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_says_why_nothing_was_sold()
    {
        var report = JsonElement.Parse((await Invocation.RunAsync("--weekly-budget 2 --weeks 2 --customers 3 --difficulty 0 --no-progress --format json")).AssertSucceeded());

        Assert.Contains($"Nothing was sold: {TooPoor}", report.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!));
    }

    [Fact]
    public void A_run_names_the_providers_that_sold_nothing()
    {
        var result = HandMade.ThreeProviders;
        var weeks = result.Weeks.Select(week => week with { Providers = week.Providers.SetItem(1, week.Providers[1] with { Bought = 0, Profit = Money.Zero }) });

        Assert.Contains(
            "Hulu sold nothing: no film on the slates was wanted and affordable; the oracle would have earned 6,000.",
            Notes.On(result with { Weeks = [.. weeks] }));
        Assert.DoesNotContain(Notes.On(result), note => note.Contains("sold", StringComparison.Ordinal));
        Assert.Contains("Nothing was sold: no film was wanted and affordable.", Notes.On(HandMade.OracleEarnsNothing));
    }

    /// <summary>With fewer than 30 replications the bootstrap's intervals hold the mean too rarely.</summary>
    [Theory]
    [InlineData(true, 29, true)]
    [InlineData(true, 30, false)]
    [InlineData(false, 2, false)]
    public void The_bootstrap_of_few_replications_is_not_to_be_trusted(bool isBootstrap, int replications, bool warns) => Assert.Equal(
        warns,
        StudyNotes.OnIntervals(new StudySettings(1, 30, HalfWidth: null, isBootstrap ? IntervalMethod.Bca : IntervalMethod.T), replications).Any());

    [Theory]
    [InlineData("compare own all")]
    [InlineData("value")]
    public async Task Intervals_that_are_too_narrow_are_marked_in_every_report(string command)
    {
        const string Warning = "With fewer than 30 replications BCa intervals are too narrow";
        var table = (await Invocation.RunAsync($"{command} --interval bca --weeks 2 {Small}")).AssertSucceeded();
        var json = (await Invocation.RunAsync($"{command} --interval bca --weeks 2 {Small} --format json")).AssertSucceeded();

        Assert.Contains($" Warning      {Warning}", table, StringComparison.Ordinal);
        Assert.Contains(Warning, json, StringComparison.Ordinal);
    }

    private static string Written(Action<Spectre.Console.IAnsiConsole> draw)
    {
        using var output = new StringWriter();
        Terminal.Write(output, draw);
        return output.ToString();
    }
}
