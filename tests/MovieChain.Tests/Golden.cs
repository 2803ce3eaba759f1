namespace MovieChain.Tests;

/// <summary>Compares a text with one that a person has looked at and kept in the folder Golden.</summary>
internal static class Golden
{
    /// <summary>Fails unless the text is that of the golden file; then the text is left beside it as a received file.</summary>
    public static void AssertMatches(string fileName, string actual)
    {
        var path = Path.Combine(Repository.Golden, fileName);
        var received = Path.Combine(
            Repository.Golden, $"{Path.GetFileNameWithoutExtension(fileName)}.received{Path.GetExtension(fileName)}");
        var expected = File.Exists(path) ? Lines(File.ReadAllText(path)) : [];
        var lines = Lines(actual);
        if (expected.SequenceEqual(lines))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual.ReplaceLineEndings("\n"));
        var first = expected.Zip(lines).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"""
            The text differs from {path} from line {first + 1} on.
            Expected: {expected.ElementAtOrDefault(first) ?? "(end)"}
            Actual:   {lines.ElementAtOrDefault(first) ?? "(end)"}
            The whole text is in {received}; if it is right, move it over the golden file.
            """);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
