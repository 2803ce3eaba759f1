namespace MovieChain.Tests.Learning.Factorization;

/// <summary>The estimator as another program uses it, through the public surface of the built assembly.</summary>
public sealed class LibraryUserTests
{
    [Fact]
    public void A_program_fits_columns_of_any_names_reads_the_factors_and_another_loads_the_model()
    {
        var model = Path.Combine(Directory.CreateTempSubdirectory().FullName, "model.zip");
        try
        {
            var fitted = LinesOf("fit", model);
            var scores = fitted.Single(line => line.StartsWith("scores: ", StringComparison.Ordinal));

            Assert.Equal(
                [
                    "columns: UserId MovieId Stars MemberFactors FilmFactors UserKey MovieKey Score",
                    "MemberFactors: 1 1 1 1 1 1 2",
                    "FilmFactors: 1 3 5 7 9 10 2",
                    scores,
                    "likes: True",
                    "an unseen movie: NaN",
                    "films × members, rank: 10 × 8, 2",
                    "values: 20 16 10 8",
                    "factors give the scores: True",
                ],
                fitted);
            Assert.Equal([$"loaded {scores}"], LinesOf("load", model));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(model)!, recursive: true);
        }
    }

    [Fact]
    public void Each_mistake_names_the_column_its_type_and_what_is_expected_before_anything_is_fitted() => Assert.Equal(
        [
            "label missing: The data has no column 'Rating'; it must be of type Single.",
            "label of text: Column 'UserId' must be of type Single; it is String.",
            "label a key: Column 'UserKey' must be of type Single; it is keys of type UInt32.",
            "upstream fits: 0",
            "fit without keys: The data has no column 'UserKey'; it must be a key of type UInt32, as MapValueToKey makes it.",
            "fit to text: Column 'UserKey' must be a key of type UInt32, as MapValueToKey makes it; it is String.",
            "score without keys: The data has no column 'UserKey'; it must be a key of type UInt32, as MapValueToKey makes it.",
            "score text: Column 'UserKey' must be a key of type UInt32, as MapValueToKey makes it; it is String.",
            "schema of text: Column 'UserKey' must be a key of type UInt32, as MapValueToKey makes it; it is String.",
            "mapper of text: Column 'UserKey' must be a key of type UInt32, as MapValueToKey makes it; it is String.",
        ],
        LinesOf("mistakes"));

    private static string[] LinesOf(params string[] arguments)
    {
        var (exitCode, output, error) = BuiltProgram.RunLibraryUser(arguments);
        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        return output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
