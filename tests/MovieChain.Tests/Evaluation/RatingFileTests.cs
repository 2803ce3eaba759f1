using MovieChain.Evaluation;

namespace MovieChain.Tests.Evaluation;

public sealed class RatingFileTests
{
    [Theory]
    [InlineData("userId,movieId,rating,timestamp\n7,31,2.5,1260759144\n9,31,4.0,0\n", RatingLayout.Csv)]
    [InlineData("user_id,movie_id,rating,timestamp\n7,31,2.5,1260759144\n9,31,4.0,0\n", RatingLayout.Csv)]
    [InlineData("7,31,2.5,1260759144\n9,31,4.0,0\n", RatingLayout.Csv)]
    [InlineData("7\t31\t2.5\t1260759144\n9\t31\t4\t0\n", RatingLayout.Tab)]
    [InlineData("7::31::2.5::1260759144\n9::31::4::0\n", RatingLayout.Colons)]
    [InlineData("7::31::2.5::1260759144\r\n9::31::4::0\r\n", RatingLayout.Colons)]
    [InlineData("7\t31\t2.5\t1260759144\r\n9\t31\t4\t0", RatingLayout.Tab)]
    [InlineData("userId,movieId,rating,timestamp\r\n7,31,2.5,1260759144\r\n9,31,4.0,0", RatingLayout.Csv)]
    [InlineData("\uFEFFuserId,movieId,rating,timestamp\n7,31,2.5,1260759144\n9,31,4.0,0", RatingLayout.Csv)]
    public void A_file_is_read_as_published(string text, object layout)
    {
        var (file, table, users, films) = Tables.Read(text);

        Assert.Equal(layout, file.Layout);
        Assert.Equal([7, 9], table.Users.Select(user => users[user]));
        Assert.Equal([31, 31], table.Films.Select(film => films[film]));
        Assert.Equal([2.5f, 4f], table.Ratings);
        Assert.Equal([1260759144L, 0], table.Times);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_written_in_a_layout_is_read_back(int layout)
    {
        var table = Tables.TwoTastes();
        var (file, read, users, films) = Tables.Read(Tables.Text(table, (RatingLayout)layout));

        Assert.Equal((RatingLayout)layout, file.Layout);
        Assert.Equal(table.Users.Select(user => (10 * user) + 3), read.Users.Select(user => users[user]));
        Assert.Equal(table.Films.Select(film => (7 * film) + 1), read.Films.Select(film => films[film]));
        Assert.Equal(table.Ratings, read.Ratings);
        Assert.Equal(table.Times, read.Times);
    }

    [Fact]
    public void A_file_longer_than_any_buffer_is_read_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 150_000).Select(row => $"{row / 100}::{row % 100}::{row % 5}::978300760\n"));
        var (_, table, users, films) = Tables.Read(text);

        Assert.Equal(150_000, table.Count);
        Assert.Equal((1500, 100), (table.UserCount, table.FilmCount));
        Assert.All(Enumerable.Range(0, table.Count), row => Assert.Equal(
            (row / 100, row % 100, row % 5), (users[table.Users[row]], films[table.Films[row]], (int)table.Ratings[row])));
    }

    [Theory]
    [InlineData("1,2,3,4\n1,3,3\n", 2, "'1,3,3' must have four fields: user, film, rating and timestamp, separated by commas")]
    [InlineData("1,2,3,4\n1,3,3,4,5\n", 2, "must have four fields")]
    [InlineData("1\t2\t3\t4\n1,3,3,4\n", 2, "separated by tabs")]
    [InlineData("1::2::3::4\n1:3:3:4\n", 2, "separated by '::'")]
    [InlineData("1,2,3,4\n\n1,3,3,4\n", 2, "is empty")]
    [InlineData("1,2,3,4\n1,3,3,4\n\n", 3, "is empty")]
    [InlineData("1,2,3,4\n-1,3,3,4\n", 2, "user id '-1' must be a whole number from 0 to 2147483647")]
    [InlineData("1,2,3,4\n 1,3,3,4\n", 2, "user id ' 1' must be")]
    [InlineData("1,2,3,4\n1,2147483648,3,4\n", 2, "film id '2147483648' must be a whole number from 0 to 2147483647")]
    [InlineData("1,2,3,4\n1,x,3,4\n", 2, "film id 'x' must be")]
    [InlineData("1,2,3,4\n1,3,NaN,4\n", 2, "rating 'NaN' must be a number from -1000 to 1000")]
    [InlineData("1,2,3,4\n1,3,Infinity,4\n", 2, "rating 'Infinity' must be")]
    [InlineData("1,2,3,4\n1,3,1e9,4\n", 2, "rating '1e9' must be")]
    [InlineData("1,2,3,4\n1,3,,4\n", 2, "rating '' must be")]
    [InlineData("1,2,3,4\n1,3,3.5x,4\n", 2, "rating '3.5x' must be")]
    [InlineData("1,2,3,4\n1,3,3,4.5\n", 2, "timestamp '4.5' must be a whole number from 0 to 9007199254740991")]
    [InlineData("1,2,3,4\n1,3,3,99999999999999999999\n", 2, "timestamp '99999999999999999999' must be")]
    [InlineData("1,2,3,4\n5,2,3,4\n1,3,3,4\n1,2,4,9\n", 4, "user 1 rated film 2 already in line 1")]
    [InlineData("userId,movieId,rating,timestamp\n1,2,3,4\n1,2,3,4\n", 3, "already in line 2")]
    [InlineData("movieId,userId,rating,timestamp\n1,2,3,4\n", 1, "the header 'movieId,userId,rating,timestamp' must be userId,movieId,rating,timestamp")]
    [InlineData("1 2 3 4\n", 1, "must have fields separated by commas, tabs or '::'")]
    [InlineData("userId\tmovieId\trating\ttimestamp\n", 1, "user id 'userId' must be")]
    public void A_malformed_line_is_reported_with_its_number_and_what_is_wrong(string text, long line, string said)
    {
        var fault = Assert.Throws<MalformedFileException>(() => Tables.Read(text));

        Assert.Equal(line, fault.Line);
        Assert.StartsWith($"line {line}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("userId,movieId,rating,timestamp\n", "holds no ratings")]
    public void A_file_without_ratings_is_refused(string text, string said) =>
        Assert.Contains(said, Assert.Throws<MalformedFileException>(() => Tables.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_that_never_ends_is_refused() =>
        Assert.Equal(2, Assert.Throws<MalformedFileException>(() => Tables.Read("1,2,3,4\n" + new string('1', 1 << 21))).Line);

    [Fact]
    public void A_layout_that_is_given_is_not_guessed() =>
        Assert.Equal(1, Assert.Throws<MalformedFileException>(() => Tables.Read("1,2,3,4\n", RatingLayout.Tab)).Line);
}
