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
    public void Lines_belong_to_the_test_row_that_they_name(string text)
    {
        var films = Read(text);
        Assert.Equal([2, 3], films[0]);
        Assert.Equal([4, 0], films[1]);
    }

    [Fact]
    public void A_film_that_is_listed_twice_is_ranked_once()
    {
        var films = Read("(0,25)\t207\t207\t208\n(1,133)\t300\t25\t208\n");
        Assert.Equal([2, 3], films[0]);
        Assert.Equal([4, 0, 3], films[1]);
    }

    [Theory]
    [InlineData("(0,25)\t207\n(1,25)\t207\n", 2, "(1,25) is not a test row")]
    [InlineData("(0,25)\t207\n(9,133)\t207\n", 2, "(9,133) is not a test row")]
    [InlineData("(0,25)\t207\n(0,25)\t208\n", 2, "(0,25) has an earlier line")]
    [InlineData("(0,25)\t207\n(1,133)\t99\n", 2, "film 99 is in no rating file")]
    [InlineData("(0,25)\t25\n", 1, "film 25 is the film of the test row itself")]
    [InlineData("(0,25)\t207\t208\n(1,133)\t207\n", 2, "lists 1 films, but line 1 lists 2")]
    [InlineData("(0,25)\t207\tx\n", 1, "film x is in no rating file")]
    [InlineData("(0,25)\t207\t\n", 1, "the film id is empty")]
    [InlineData("(0,y)\t207\n", 1, "(0,y) is not a test row")]
    [InlineData("(0,25)\n", 1, "must be (user,film) and, after tabs")]
    [InlineData("0,25\t207\n", 1, "must be (user,film) and, after tabs")]
    [InlineData("\t207\n", 1, "must be (user,film) and, after tabs")]
    [InlineData("(0 25)\t207\n", 1, "must be (user,film) and, after tabs")]
    [InlineData("\n", 1, "must be (user,film) and, after tabs")]
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

    private int[][] Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return NegativesFile.Read(stream, _test, _users, _films);
    }
}
