using MovieChain.Evaluation;
using MovieChain.Evaluation.Files;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>The rating files that the user named, read.</summary>
internal sealed class RatingInput(RatingFormat format, CancellationToken cancellation)
{
    /// <summary>Users of the files that have been read.</summary>
    public IdIndex Users { get; } = new();

    /// <summary>Films of the files that have been read.</summary>
    public IdIndex Films { get; } = new();

    /// <summary>How many users and films the files that have been read hold, for a number of rows.</summary>
    public EvaluationData Describe(int rows) => new(rows, Users.Count, Films.Count);

    /// <summary>Reads one file of ratings.</summary>
    /// <exception cref="RefusalException">It cannot be read, or is malformed.</exception>
    public RatingTable ReadRatings(FilePath file) => ToTable(file, ReadFile(file));

    /// <summary>Reads a split that was made by others.</summary>
    /// <exception cref="RefusalException">A file cannot be read or is malformed, or a test row is a training row too.</exception>
    public RatingSplit ReadSplit(FilePath trainingFile, FilePath testFile)
    {
        var training = ReadFile(trainingFile);
        var test = ReadFile(testFile);
        var split = new RatingSplit(ToTable(trainingFile, training), ToTable(testFile, test), new SplitRule(SplitKind.Given));
        Check(testFile, () => GivenSplit.CheckIsDisjoint(split.Training, training, split.Test, test));
        return split;
    }

    /// <summary>Reads the films that each test row is ranked among.</summary>
    /// <exception cref="RefusalException">The file cannot be read, is malformed, or belongs to another split.</exception>
    public NegativeLists ReadNegatives(FilePath file, RatingTable test) => Open(file, stream => TextStream.Read(stream, text => NegativesFile.Read(text, test, Users, Films)));

    /// <summary>Does what may find that a file is not what it should be, and says so with its name.</summary>
    /// <exception cref="RefusalException">It is not.</exception>
    public static T Check<T>(FilePath file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (MalformedFileException fault)
        {
            throw file.Refusal(ExitCode.FileFault, fault.Message);
        }
    }

    private static void Check(FilePath file, Action work) => Check(file, () =>
    {
        work();
        return true;
    });

    private RatingFile ReadFile(FilePath file) => Open(file, stream => RatingFile.Read(stream, format, Users, Films, cancellation));

    private static RatingTable ToTable(FilePath file, RatingFile read) => Check(file, read.ToTable);

    private static T Open<T>(FilePath file, Func<Stream, T> read) => file.Use(() =>
    {
        using var stream = file.OpenRead();
        return Check(file, () => read(stream));
    });
}
