using MovieChain.CommandLine;
using MovieChain.Evaluation;
using MovieChain.Tests.ChainFormat;
using MovieChain.Tests.Evaluation;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

/// <summary>What becomes of a command whose standard streams cannot be written to.</summary>
public sealed class GuardedWriterTests
{
    private const string Small = "--customers 3 --films 12 --slate 2 --no-progress";

    /// <summary>Commands of every kind of report; VECTOR stands for a chain's file.</summary>
    public static TheoryData<string> Answers =>
    [
        "--help",
        "--version",
        "compare --help",
        $"{Small} --weeks 1 --difficulty 0",
        $"{Small} --weeks 1 --difficulty 0 --format csv",
        $"{Small} --weeks 1 --difficulty 0 --format json",
        $"compare own all {Small} --weeks 1 --replications 2",
        $"value {Small} --weeks 1 --replications 2 --format json",
        "mine --difficulty 0",
        "mine --difficulty 0 --format json",
        "verify VECTOR",
        "verify VECTOR --format json",
        "show VECTOR",
        "show VECTOR --format json",
        "show VECTOR --block 1",
        "show VECTOR --proof 1:1",
        "show VECTOR --as North --keys KEYS",
        "show VECTOR --as North --keys KEYS --format json",
        "evaluate --ratings RATINGS --folds 2 --rank 1",
        "evaluate --ratings RATINGS --implicit --rank 1 --format csv",
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_cannot_be_written_ends_every_command_with_3_and_one_line_that_says_so(string commandLine)
    {
        using var folder = new ChainFolder();
        using var output = GuardedWriter.ForAnswer(new FailingWriter(new IOException("No space left on device")));
        using var error = new StringWriter { NewLine = "\n" };

        var exitCode = await Application.RunAsync(Words(commandLine, folder), output, error);

        Assert.Equal((3, "MovieChain: the answer cannot be written: No space left on device\n"), (exitCode, $"{error}"));
    }

    [Theory]
    [InlineData("--no-such-option", 2)]
    [InlineData("verify no-such-file", 3)]
    [InlineData("--weeks 0", 2)]
    [InlineData($"{Small} --weeks 1 --difficulty 0 --chain FOLDER/new.chain --resume", 0)]
    public async Task Messages_that_cannot_be_written_change_nothing(string commandLine, int expected)
    {
        using var folder = new ChainFolder();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = GuardedWriter.ForMessages(new FailingWriter(new IOException("Broken pipe")));

        var exitCode = await Application.RunAsync(Words(commandLine, folder), output, error);

        Assert.Equal(expected, exitCode);
        Assert.Equal(expected == 0, output.ToString().Contains("Fingerprint", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_of_a_stream_is_reported_as_such()
    {
        Assert.Equal("the answer cannot be written: denied", FaultOf(new UnauthorizedAccessException("denied")));
        Assert.Equal(
            "the answer cannot be written: the file would exceed the largest size allowed", FaultOf(new ArgumentOutOfRangeException(paramName: "value")));

        static string FaultOf(Exception fault)
        {
            using var writer = GuardedWriter.ForAnswer(new FailingWriter(fault));
            var refusal = Assert.Throws<RefusalException>(() => writer.WriteLine("a"));
            Assert.Equal(3, refusal.ExitCode);
            return refusal.Message;
        }
    }

    [Fact]
    public void A_writer_passes_on_what_it_is_given_up_to_its_last_text()
    {
        using var inner = new StringWriter { NewLine = "\n" };
        using var writer = GuardedWriter.ForMessages(inner);

        writer.Write('a');
        writer.Write("b".AsSpan());
        writer.Write(['c', 'd'], 1, 1);
        writer.WriteLine("e");
        writer.Write("{0}", "f");
        writer.End("last");
        writer.WriteLine("more");

        Assert.Equal("abde\nflast", $"{inner}");
    }

    private static string[] Words(string commandLine, ChainFolder folder)
    {
        File.WriteAllText(folder.PathOf("ratings.csv"), Tables.Text(Tables.TwoTastes(), RatingLayout.Csv));
        return
        [
            .. commandLine.Split(' ').Select(word => word
                .Replace("VECTOR", VectorChain.File, StringComparison.Ordinal)
                .Replace("KEYS", VectorChain.Keys, StringComparison.Ordinal)
                .Replace("RATINGS", folder.PathOf("ratings.csv"), StringComparison.Ordinal)
                .Replace("FOLDER", folder.Folder, StringComparison.Ordinal)),
        ];
    }

    private sealed class FailingWriter(Exception fault) : StringWriter
    {
        public override void Write(char value) => throw fault;

        public override void Write(string? value) => throw fault;

        public override void Write(char[] buffer, int index, int count) => throw fault;
    }
}
