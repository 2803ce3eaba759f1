namespace MovieChain.Evaluation;

/// <summary>Checks a split that was made by others.</summary>
internal static class GivenSplit
{
    /// <summary>Makes sure that no test row has been trained on.</summary>
    /// <exception cref="MalformedFileException">A user and film of the test file are in the training file too.</exception>
    public static void CheckIsApart(RatingTable training, RatingFile trainingFile, RatingTable test, RatingFile testFile)
    {
        var (trainingStarts, trainingRows) = training.ByUser();
        var seen = new int[training.FilmCount];
        var (starts, rows) = test.ByUser();
        var leaked = int.MaxValue;
        var source = 0;
        for (var user = 0; user < test.UserCount; user++)
        {
            foreach (var row in trainingRows.AsSpan(trainingStarts[user]..trainingStarts[user + 1]))
            {
                seen[training.Films[row]] = row + 1;
            }

            foreach (var row in rows.AsSpan(starts[user]..starts[user + 1]))
            {
                var before = seen[test.Films[row]] - 1;
                if (before >= 0 && training.Users[before] == user && row < leaked)
                {
                    (leaked, source) = (row, before);
                }
            }
        }

        if (leaked < int.MaxValue)
        {
            throw new MalformedFileException(
                testFile.LineOf(leaked), $"the same user and film are in line {trainingFile.LineOf(source)} of the training file: nothing may be measured on what was trained on");
        }
    }
}
