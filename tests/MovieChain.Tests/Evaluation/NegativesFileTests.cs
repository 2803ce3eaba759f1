using System.Text;
using MovieChain.Evaluation;

namespace MovieChain.Tests.Evaluation;

public sealed class NegativesFileTests
{
    private readonly IdIndex _users = new();
    private readonly IdIndex _films = new();
    private readonly RatingTable _test;

    public NegativesFileTests()
    {
        foreach (var id in (int[])[0, 1, 2])
        {
            _users.Add(Encoding.UTF8.GetBytes($"{id}"));
        }

        foreach (var id in (int[])[25, 133, 207, 208, 300])
        {
            _films.Add(Encoding.UTF8.GetBytes($"{id}"));
        }

        _test = Tables.Of(3, 5, (0, 0, 1), (1, 1, 1));
    }

    [Theory]
    [InlineData("(0,25)\t207\t208\n(1,133)\t300\t25\n")]
    [InlineData("(1,133)\t300\t25\r\n(0,25)\t207\t208")]
    [InlineData("(0, 25)\t207\t208\t\n(1, 133)\t300\t25\t\n\n\r\n")]
    public void Lines_belong_to_the_test_row_that_they_name(string text)
    {
        var films = Read(text).Films;
        Assert.Equal([2, 3], films[0]);
        Assert.Equal([4, 0], films[1]);
    }

    [Fact]
    public void A_film_that_is_listed_twice_is_ranked_once()
    {
        var lists = Read("(0,25)\t207\t207\t208\n(1,133)\t300\t25\t208\n");
        Assert.Equal([2, 3], lists.Films[0]);
        Assert.Equal([4, 0, 3], lists.Films[1]);
        Assert.Equal((0, 1), (lists.OwnFilms, lists.Repeated));
    }

    /// <summary>156 lines of the published ml-1m.test.negative list the film of their own test row.</summary>
    [Fact]
    public void The_film_of_the_test_row_is_dropped_from_its_list_and_counted_and_lists_may_differ_in_length()
    {
        var lists = Read("(0,25)\t207\t25\t300\n(1,133)\t300\n");
        Assert.Equal([2, 4], lists.Films[0]);
        Assert.Equal([4], lists.Films[1]);
        Assert.Equal((1, 0), (lists.OwnFilms, lists.Repeated));

        var twice = Read("(0,25)\t25\t207\t25\t207\n(1,133)\t133\t300\n");
        Assert.Equal([2], twice.Films[0]);
        Assert.Equal((2, 2), (twice.OwnFilms, twice.Repeated));
    }

    [Theory]
    [InlineData("(0,25)\t207\n(1,25)\t207\n", 2, "(1,25) is not a test row")]
    [InlineData("(0,25)\t207\n(9,133)\t207\n", 2, "(9,133) is not a test row")]
    [InlineData("(0,25)\t207\n(0,25)\t208\n", 2, "(0,25) has an earlier line")]
    [InlineData("(0,25)\t207\n(1,133)\t99\n", 2, "film 99 is in no rating file")]
    [InlineData("(0,25)\t25\n", 1, "lists no film besides 25, the film of the test row itself")]
    [InlineData("(0,25)\t207\n\n(1,133)\t207\n", 2, "must be (user,film) and, after tabs")]
    [InlineData("(0,25)\t207\tx\n", 1, "film x is in no rating file")]
    [InlineData("(0,25)\t207\t\t208\n", 1, "the film id is empty")]
    [InlineData("(0,y)\t207\n", 1, "(0,y) is not a test row")]
    [InlineData("(0,25)\n", 1, "must be (user,film) and, after tabs")]
    [InlineData("0,25\t207\n", 1, "must be (user,film) and, after tabs")]
    [InlineData("\t207\n", 1, "must be (user,film) and, after tabs")]
    [InlineData("(0 25)\t207\n", 1, "must be (user,film) and, after tabs")]
    [InlineData("\n(0,25)\t207\n", 1, "must be (user,film) and, after tabs")]
    public void A_line_that_does_not_fit_is_reported_with_its_number(string text, long line, string said)
    {
        var fault = Assert.Throws<MalformedFileException>(() => Read(text));
        Assert.Equal(line, fault.Line);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("(0,25)\t207\n")]
    public void A_test_row_without_a_line_is_named(string text) => Assert.Contains(
        text.Length == 0 ? "no line for the test row (0,25)" : "no line for the test row (1,133)",
        Assert.Throws<MalformedFileException>(() => Read(text)).Message,
        StringComparison.Ordinal);

    private NegativeLists Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return NegativesFile.Read(stream, _test, _users, _films);
    }
}
