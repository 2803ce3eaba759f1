using MovieChain.Evaluation;
using MovieChain.Evaluation.Files;

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
    [InlineData("userId\tmovieId\trating\ttimestamp\n7\t31\t2.5\t1260759144\n9\t31\t4\t0", RatingLayout.Tab)]
    [InlineData("7;31;2,5;1260759144\n9;31;4;0\n", RatingLayout.Semicolon)]
    [InlineData("\"User-ID\";\"Movie-ID\";\"Rating\";\"Time\"\n\"7\";\"31\";\"2.5\";\"1260759144\"\n\"9\";\"31\";\"4\";\"0\"\n", RatingLayout.Semicolon)]
    [InlineData("7 31 2.5 1260759144\n9 31 4 0\n", RatingLayout.Space)]
    [InlineData("user  film  rating  time\n   7  31     2.5  1260759144\n   9  31     4    0\n", RatingLayout.Space)]
    [InlineData("7, 31, 2.5 , 1260759144\n 9,31,4.0,0 \n\n \n", RatingLayout.Csv)]
    [InlineData("\n7,31,2.5,1260759144\n\n9,31,4.0,0\n", RatingLayout.Csv)]
    [InlineData("\"\",\"userId\",\"movieId\",\"rating\",\"timestamp\"\n\"1\",7,31,2.5,1260759144\n\"2\",9,31,4,0\n", RatingLayout.Csv)]
    [InlineData("\"userId\" \"movieId\" \"rating\" \"timestamp\"\n\"1\" 7 31 2.5 1260759144\n\"2\" 9 31 4 0\n", RatingLayout.Space)]
    [InlineData("user_id:token\titem_id:token\trating:float\ttimestamp:float\n7\t31\t2.5\t1260759144.0\n9\t31\t4.0\t0.0", RatingLayout.Tab)]
    [InlineData("rating,title,parent_asin,user_id,Timestamp\n2.5,\"a, \"\"b\"\"\nc\",31,7,1260759144\n4,,31,9,0\n", RatingLayout.Csv)]
    [InlineData("TIMESTAMP,STARS,FILM,MEMBER\n1260759144,2.5,31,7\n0,4,31,9\n", RatingLayout.Csv)]
    [InlineData("user,item,rating,date\n7,31,2.5,2009-12-14T02:52:24Z\n9,31,4.0,1970-01-01\n", RatingLayout.Csv)]
    [InlineData("user,item,rating,date\n7,31,2.5,2009-12-14 03:52:24+01:00\n9,31,4.0,1970-01-01 00:00:00.000\n", RatingLayout.Csv)]
    [InlineData("7,31,+2.5e0,1.260759144e9\n9,31,4.0,-0\n", RatingLayout.Csv)]
    [InlineData("sep=;\n7;31;2.5;1260759144\n9;31;4;0\n", RatingLayout.Semicolon)]
    public void Files_as_people_have_them_are_read(string text, object layout)
    {
        var (file, table, users, films) = Tables.Read(text);

        Assert.Equal(layout, file.Layout);
        Assert.Equal(["7", "9"], table.Users.Select(user => users[user]));
        Assert.Equal(["31", "31"], table.Films.Select(film => films[film]));
        Assert.Equal([2.5f, 4f], table.Ratings);
        Assert.Equal([1260759144.0, 0], table.Times);
    }

    [Theory]
    [InlineData("-62.5", -62.5)]
    [InlineData("978300760.25", 978300760.25)]
    [InlineData("1260759144000000000", 1260759144000000000)]
    [InlineData("1969-12-31T23:59:59.5Z", -0.5)]
    [InlineData("2000-01-01T00:30+00:30", 946684800)]
    [InlineData("20000101T000000Z", 946684800)]
    [InlineData("2000-01-01 02:00:00+02", 946684800)]
    [InlineData("1970-01-01T00:00:00.123456789Z", 0.1234567)]
    public void A_time_is_any_number_or_an_ISO_time(string text, double time) =>
        Assert.Equal([time], Tables.Read($"1,2,3,{text}\n").Table.Times);

    [Theory]
    [InlineData("alice")]
    [InlineData("Ünïcode 名前")]
    [InlineData("9223372036854775808999")]
    [InlineData("2147483648")]
    [InlineData("-1")]
    [InlineData("a1b2c3d4-0000-4000-8000-000000000000")]
    public void An_id_is_any_text(string id)
    {
        var (_, table, users, films) = Tables.Read($"user,item,rating,time\n{id},\"{id},x\",3,4\n");
        Assert.Equal((id, $"{id},x"), (users[table.Users[0]], films[table.Films[0]]));
    }

    [Theory]
    [InlineData("who,rated,what,when\n9,4,31,5\n7,2.5,31,6\n", "who", "what", "rated", "when")]
    [InlineData("who,rated,what,when\n9,4,31,5\n7,2.5,31,6\n", "1", "3", "2", "4")]
    [InlineData("9,4,31,5\n7,2.5,31,6\n", "1", "3", "2", "4")]
    [InlineData("who rated what when\n9 4 31 5\n7 2.5 31 6\n", "WHO", "What", "rated", "4")]
    [InlineData("user,rating,asin,parent_asin,time\n9,4,x,31,5\n7,2.5,y,31,6\n", null, "parent_asin", null, null)]
    public void Columns_that_are_named_are_taken(string text, string? user, string? item, string? rating, string? time)
    {
        var (_, table, users, films) = Tables.Read(text, RatingFormat.Any with { Columns = new ColumnChoice(user, item, rating, time) });
        Assert.Equal(["7", "9"], table.Users.Select(index => users[index]));
        Assert.Equal("31", films[Assert.Single(table.Films.Distinct())]);
        Assert.Equal([2.5f, 4f], table.Ratings);
        Assert.Equal([6.0, 5], table.Times);
    }

    [Theory]
    [InlineData("userId,movieId,rating,date\n1,2,3,yesterday\n", false)]
    [InlineData("userId,movieId,rating\n1,2,3\n", false)]
    [InlineData("1,2,3\n", false)]
    [InlineData("userId,movieId,tag,time\n1,2,good,4\n", true)]
    [InlineData("userId,movieId,time\n1,2,4\n", true)]
    public void A_column_that_is_not_needed_may_be_missing_or_anything(string text, bool isRanking)
    {
        var format = isRanking ? RatingFormat.Any with { Ratings = ColumnUse.Ignored } : RatingFormat.Any with { Times = ColumnUse.Ignored };
        var table = Tables.Read(text, format).Table;
        Assert.Equal(isRanking ? (1f, 4.0) : (3f, 0), (table.Ratings[0], table.Times[0]));
    }

    [Fact]
    public void Rows_and_ids_are_in_canonical_order_whatever_the_order_of_the_file()
    {
        string[] rows = ["u10,b,1,5", "u9,b,2,5", "u9,a10,3,6", "u9,a9,4,7", "U9,a9,5,8"];
        foreach (var order in (string[][])[rows, [.. rows.Reverse()], [rows[2], rows[0], rows[4], rows[1], rows[3]]])
        {
            var (_, table, users, films) = Tables.Read(string.Join('\n', order));
            Assert.Equal(["U9", "u9", "u10"], Enumerable.Range(0, table.UserCount).Select(user => users[user]));
            Assert.Equal(["a9", "a10", "b"], Enumerable.Range(0, table.FilmCount).Select(film => films[film]));
            Assert.Equal([0, 1, 1, 1, 2], table.Users);
            Assert.Equal([0, 0, 1, 2, 2], table.Films);
            Assert.Equal([5f, 4, 3, 2, 1], table.Ratings);
            Assert.Equal([8.0, 7, 6, 5, 5], table.Times);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_written_in_a_layout_is_read_back(int layout)
    {
        var table = Tables.TwoTastes();
        var (file, read, users, films) = Tables.Read(Tables.Text(table, (RatingLayout)layout));

        Assert.Equal((RatingLayout)layout, file.Layout);
        var rows = Enumerable.Range(0, table.Count).OrderBy(row => (table.Users[row], table.Films[row])).ToList();
        Assert.Equal(rows.Select(row => $"{(10 * table.Users[row]) + 3}"), read.Users.Select(user => users[user]));
        Assert.Equal(rows.Select(row => $"{(7 * table.Films[row]) + 1}"), read.Films.Select(film => films[film]));
        Assert.Equal(rows.Select(row => table.Ratings[row]), read.Ratings);
        Assert.Equal(rows.Select(row => table.Times[row]), read.Times);
    }

    [Fact]
    public void A_file_longer_than_any_buffer_is_read_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 150_000).Select(row => $"{row / 100}::{row % 100}::{row % 5}::978300760\n"));
        var (_, table, users, films) = Tables.Read(text);

        Assert.Equal(150_000, table.Count);
        Assert.Equal((1500, 100), (table.UserCount, table.FilmCount));
        Assert.All(Enumerable.Range(0, table.Count), row => Assert.Equal(
            ($"{row / 100}", $"{row % 100}", row % 5), (users[table.Users[row]], films[table.Films[row]], (int)table.Ratings[row])));
    }

    [Theory]
    [InlineData("1,2,3,4\n1,3,3\n", 2, "'1,3,3' has 3 fields separated by commas, but the first line has 4")]
    [InlineData("1,2,3,4\n1,3,3,4,5\n", 2, "has 5 fields separated by commas")]
    [InlineData("userId,movieId,rating,timestamp\n1,2,3,4,\n", 2, "has 5 fields separated by commas")]
    [InlineData("1\t2\t3\t4\n1,3,3,4\n", 2, "has 1 field separated by tabs")]
    [InlineData("1::2::3::4\n1:3:3:4\n", 2, "separated by '::'")]
    [InlineData("1;2;3;4\n\n1;3;3\n", 3, "'1;3;3' has 3 fields separated by semicolons")]
    [InlineData("1,2,3,4\n,3,3,4\n", 2, "column 1: the user id is empty")]
    [InlineData("1,2,3,4\n1,\"\",3,4\n", 2, "column 2: the film id is empty")]
    [InlineData("user,item,stars,date\n1,3,NaN,4\n", 2, "column 'stars': rating 'NaN' must be a number from -1000 to 1000")]
    [InlineData("1,2,3,4\n1,3,Infinity,4\n", 2, "column 3: rating 'Infinity' must be")]
    [InlineData("1,2,3,4\n1,3,1e9,4\n", 2, "rating '1e9' must be")]
    [InlineData("1,2,3,4\n1,3,1e999,4\n", 2, "rating '1e999' must be")]
    [InlineData("1,2,3,4\n1,3,,4\n", 2, "rating '' must be")]
    [InlineData("1,2,3,4\n1,3,3.5x,4\n", 2, "rating '3.5x' must be")]
    [InlineData("1,2,3,4\n1,3,\"3,5\",4\n", 2, "rating '3,5' must be")]
    [InlineData("1;2;3;4\n1;3;3,5,1;4\n", 2, "rating '3,5,1' must be")]
    [InlineData("1,2,NA,4\n", 1, "rating 'NA' must be")]
    [InlineData("1,2,3,4\n1,3,3,12/14/2009\n", 2, "column 4: time '12/14/2009' must be a number, or an ISO date or time such as 2009-12-14")]
    [InlineData("1,2,3,4\n1,3,3,NaN\n", 2, "time 'NaN' must be")]
    [InlineData("1,2,3,4\n1,3,3,2009-12-14\n", 2, "time '2009-12-14' is a date, but the times before are numbers")]
    [InlineData("1,2,3,2009-12-14\n1,3,3,7\n", 2, "time '7' is a number, but the times before are dates")]
    [InlineData("1,2,3,4\n5,2,3,4\n1,3,3,4\n1,2,4,9\n1,3,3,4\n", 4, "user 1 rated film 2 already in line 1")]
    [InlineData("userId,movieId,rating,timestamp\n1,2,3,4\n\n1,2,3,4\n", 4, "already in line 2")]
    [InlineData("user,item,rating,time\n1,\"a\nb\",3,4\n1,c,3,4\n1,c,3,4\n", 5, "already in line 4")]
    [InlineData("1,2,\"3\"5,4\n", 1, "text follows the closing quote")]
    [InlineData("1,2,3\",4\n", 1, "a quote stands inside a field")]
    [InlineData("1,2,3,4\n1,3,\"3,4\n2,3,4,5\n", 2, "a quote that is opened here is never closed")]
    [InlineData("12345\n", 1, "'12345' has one field; user, film, rating and time must be separated by commas, semicolons, tabs, spaces or '::'")]
    [InlineData("a,b,c,d\ne,f,g,h\n", 1, "'a,b,c,d' is neither a header with known names nor a row of user, film and rating; name the columns with --columns user=NAME")]
    [InlineData("1,2,3,4,5\n", 1, "has 5 fields and is no header with known names; name the columns with --columns user=NAME")]
    [InlineData("1,2\n", 1, "has 2 fields and no header, so the rating is missing")]
    [InlineData("1,2,3\n", 1, "has 3 fields and no header, so the time is missing")]
    [InlineData("userId,title,rating,timestamp\n1,x,2,3\n", 1, "is a header without a known name for the film, or a row of a file without a header; give its name or place with --columns item=NAME")]
    [InlineData("movieId,rating,timestamp\n1,2,3\n", 1, "is a header without a known name for the user, or a row of a file without a header; give its name or place with --columns user=NAME")]
    [InlineData("userId,movieId,tag,timestamp\n1,2,x,3\n", 1, "is a header without a known name for the rating, or a row of a file without a header; give its name or place with --columns rating=NAME; --implicit needs no ratings")]
    [InlineData("userId,movieId,rating\n1,2,3\n", 1, "is a header without a known name for the time, or a row of a file without a header; give its name or place with --columns time=NAME")]
    [InlineData("user,asin,parent_asin,rating,time\n1,2,3,4,5\n", 1, "has several columns for the film, 'asin' and 'parent_asin'; choose one with --columns item=NAME")]
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
        Assert.Equal(2, Assert.Throws<MalformedFileException>(() => Tables.Read("1,2,3,4\n" + new string('1', 1 << 22))).Line);

    [Fact]
    public void A_layout_that_is_given_is_not_guessed() =>
        Assert.Equal(1, Assert.Throws<MalformedFileException>(() => Tables.Read("1,2,3,4\n", RatingFormat.Any with { Layout = RatingLayout.Tab })).Line);

    [Theory]
    [InlineData("userId,movieId,rating,timestamp\n1,2,3,4\n", "usr", null, "has no column 'usr' (--columns user=usr)")]
    [InlineData("1,2,3,4\n", "1", "9", "has 4 fields, so there is no column 9 (--columns item=9)")]
    [InlineData("1,2,3,4\n", "1", null, "so the film is missing; if its place is another, give all places with --columns user=1,item=2,...")]
    public void A_column_that_is_named_but_is_not_there_is_refused(string text, string? user, string? item, string said)
    {
        var format = RatingFormat.Any with { Columns = new ColumnChoice(user, item) };
        Assert.Contains(said, Assert.Throws<MalformedFileException>(() => Tables.Read(text, format)).Message, StringComparison.Ordinal);
    }
}
