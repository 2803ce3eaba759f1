namespace MovieChain.Evaluation;

/// <summary>Checks a split given as two files.</summary>
internal static class GivenSplit
{
    /// <summary>Checks that training and test rows are disjoint.</summary>
    /// <exception cref="MalformedFileException">A user and film of the test file are also in the training file.</exception>
    public static void CheckIsDisjoint(RatingTable training, RatingFile trainingFile, RatingTable test, RatingFile testFile)
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
                testFile.LineOf(leaked), $"the same user and film are in line {trainingFile.LineOf(source)} of the training file; test rows must not be training rows");
        }
    }
}
