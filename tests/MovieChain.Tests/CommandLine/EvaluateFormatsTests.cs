using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MovieChain.Evaluation;
using MovieChain.Randomness;
using MovieChain.Tests.Evaluation;

namespace MovieChain.Tests.CommandLine;

/// <summary>Rating files as people have them, from the file to the report.</summary>
public sealed partial class EvaluateFormatsTests : IDisposable
{
    private const string Small = "--rank 3 --iterations 3 --format json";

    private static readonly string[] _names = ["user", "film", "rating", "date"];

    private readonly string _folder = Directory.CreateTempSubdirectory("moviechain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Rows that share times, users without enough rows, and ids of several kinds; every mode, with the order of rows and of columns drawn.</summary>
    [Theory]
    [InlineData("--ratings all")]
    [InlineData("--ratings all --folds 2 --tune --rank 2")]
    [InlineData("--ratings all --implicit")]
    [InlineData("--ratings all --implicit --tune --rank 2")]
    [InlineData("--ratings all --implicit --candidates all")]
    [InlineData("--ratings all --implicit --split-time 0.7")]
    [InlineData("--ratings all --split-time 0.7")]
    [InlineData("--train train --test test")]
    [InlineData("--train train --test test --tune --rank 2")]
    [InlineData("--train train --test test --implicit")]
    [InlineData("--train train --test test --implicit --tune --rank 2")]
    [InlineData("--train train --test test --implicit --negatives negatives")]
    public async Task No_order_of_rows_and_columns_changes_a_figure(string options)
    {
        var table = Tables.TwoTastes(users: 24, films: 16);
        var rows = Enumerable.Range(0, table.Count).Select(row => Row(table, row)).ToList();
        var tested = Enumerable.Range(0, table.Count).GroupBy(row => table.Users[row]).Select(rows => rows.First()).ToHashSet();
        var lists = tested.Select(row => $"({rows[row][0]},{rows[row][1]})\t{string.Join('\t', rows.Select(other => other[1]).Distinct().Where(film => film != rows[row][1]).Take(9))}").ToList();
        var reports = new List<string>();
        for (var order = 0; order < 4; order++)
        {
            Write("all", rows, order);
            Write("train", [.. rows.Where((_, row) => !tested.Contains(row))], order);
            Write("test", [.. rows.Where((_, row) => tested.Contains(row))], order);
            File.WriteAllLines(PathOf("negatives"), Shuffled(lists, order));
            var command = FileName().Replace($"evaluate {options}", match => $"{match.Groups[1]} {PathOf(match.Groups[2].Value)}");
            var small = options.Contains("--rank", StringComparison.Ordinal) ? "--iterations 2 --format json" : Small;
            reports.Add(Times().Replace((await Invocation.RunAsync($"{command} {small}")).AssertSucceeded(), ""));
        }

        Assert.DoesNotContain("econds", reports[0], StringComparison.Ordinal);
        Assert.Single(reports.Distinct());
    }

    [Theory]
    [InlineData("--implicit")]
    [InlineData("")]
    public async Task A_compressed_file_of_another_encoding_gives_the_same_figures(string options)
    {
        var text = Tables.Text(Tables.TwoTastes(), RatingLayout.Csv);
        File.WriteAllText(PathOf("plain"), text);
        using (var stream = new GZipStream(File.Create(PathOf("no-ending")), CompressionLevel.Fastest))
        {
            stream.Write([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        }

        var reports = new List<string>();
        foreach (var name in (string[])["plain", "no-ending"])
        {
            reports.Add(Times().Replace((await Invocation.RunAsync($"evaluate --ratings {PathOf(name)} {options} {Small}")).AssertSucceeded(), ""));
        }

        Assert.Single(reports.Distinct());
    }

    [Theory]
    [InlineData("--ratings - --folds 2")]
    [InlineData("--train {0} --test - --implicit")]
    [InlineData("--train {0} --test {1} --implicit --negatives -")]
    public void A_file_may_come_from_standard_input(string options)
    {
        File.WriteAllText(PathOf("train"), "1,10,3,1\n2,10,4,2\n2,11,4,2\n3,12,5,1\n");
        File.WriteAllText(PathOf("test"), "1,11,3,2\n3,10,3,2\n");
        File.WriteAllText(PathOf("negatives"), "(1,11)\t12\n(3,10)\t11\n");
        var input = options.Contains("--negatives", StringComparison.Ordinal) ? "negatives" : "test";
        var arguments = string.Format(CultureInfo.InvariantCulture, $"evaluate {options} {Small}", PathOf("train"), PathOf("test")).Split(' ');
        using var process = BuiltProgram.StartAfter($"exec <{PathOf(input)}", arguments);
        var (exitCode, output, error) = BuiltProgram.Finish(process);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("\"matrixFactorization\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_that_was_cut_off_is_refused_and_not_read_as_if_it_were_whole()
    {
        using (var stream = new GZipStream(File.Create(PathOf("cut")), CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(Tables.Text(Tables.TwoTastes(), RatingLayout.Csv)));
        }

        var whole = File.ReadAllBytes(PathOf("cut"));
        foreach (var length in (int[])[whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(PathOf("cut"), whole[..length]);
            var (exitCode, output, error) = BuiltProgram.Run(["evaluate", "--ratings", PathOf("cut"), .. Small.Split(' ')]);
            Assert.Equal((3, ""), (exitCode, output));
            Assert.Contains("is compressed with gzip and is damaged or incomplete", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Columns_are_named_on_the_command_line()
    {
        var file = PathOf("ratings");
        File.WriteAllText(file, "w,s,f,u\n1,3,a,x\n2,4,b,x\n1,5,a,y\n2,5,b,y\n");
        foreach (var columns in (string[])["user=u,item=f,rating=s,time=w", "user=4,item=3,rating=2,time=1"])
        {
            var report = (await Invocation.RunAsync($"evaluate --ratings {file} --folds 2 --columns {columns} {Small}")).AssertSucceeded();
            Assert.Contains("\"rows\": 4,", report, StringComparison.Ordinal);
            (await Invocation.RunAsync($"evaluate --ratings {file} --implicit --columns {columns} {Small}")).AssertSucceeded();
        }

        (await Invocation.RunAsync($"evaluate --ratings {file} --columns user=u,item=g"))
            .AssertFailed(3, $"--ratings {file}: line 1: 'w,s,f,u' has no column 'g' (--columns item=g)");
    }

    [Theory]
    [InlineData("--ratings a --columns film=2", "--columns film=2: 'film=2' must be user=, item=, rating= or time= and a name or a position from 1")]
    [InlineData("--ratings a --columns user=0,item=2", "'user=0' must be")]
    [InlineData("--ratings a --columns user=99999999999", "'user=99999999999' must be")]
    [InlineData("--ratings a --columns user=", "'user=' must be")]
    [InlineData("--ratings a --columns user", "'user' must be")]
    [InlineData("--ratings a --columns user=1,user=2", "'user=2' must be")]
    [InlineData("--ratings a --columns user=1,item=1", "'1' is given for two columns")]
    [InlineData("--train - --test -", "-: only one input can be standard input")]
    [InlineData("--ratings - --implicit --negatives -", "-: only one input can be standard input")]
    public async Task Columns_and_inputs_that_are_wrong_are_refused(string options, string said) =>
        (await Invocation.RunAsync($"evaluate {options}")).AssertRefused(said);

    /// <summary>User, film, rating and time; several rows share a time.</summary>
    private static string[] Row(RatingTable table, int row) =>
    [
        table.Users[row] % 3 == 0 ? $"{table.Users[row] + 5}" : $"Zoë-{table.Users[row]}",
        $"{ulong.MaxValue - (ulong)table.Films[row]}",
        table.Ratings[row].ToString(CultureInfo.InvariantCulture),
        $"2009-12-{10 + (row % 3)}",
    ];

    /// <summary>Writes rows in an order, with a title as a fifth column; an order of 0 is the original one.</summary>
    private void Write(string name, List<string[]> rows, int order)
    {
        var columns = Shuffled([.. Enumerable.Range(0, 5)], order);
        List<string[]> lines = [[.. _names, "title"], .. Shuffled([.. rows.Select(row => (string[])[.. row, "\"a, b\""])], order)];
        File.WriteAllLines(PathOf(name), lines.Select(line => string.Join(',', columns.Select(column => line[column]))));
    }

    private static List<T> Shuffled<T>(List<T> items, int order)
    {
        var stream = new RandomStreams((ulong)order).For(StreamPurpose.Member, order);
        var keys = items.Select(_ => order == 0 ? 0 : stream.NextUInt32()).ToList();
        return [.. items.Zip(keys).OrderBy(pair => pair.Second).Select(pair => pair.First)];
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    [GeneratedRegex("(--ratings|--train|--test|--negatives) (\\w+)")]
    private static partial Regex FileName();

    [GeneratedRegex("\"(fitSeconds|rowsPerSecond|seconds)\": [^\\n]*\\n")]
    private static partial Regex Times();
}
