using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>Candidates: the films that the film of a test row is ranked among, none of them rated by the user.</summary>
internal static class Candidates
{
    /// <summary>Number of candidates per test row.</summary>
    public const int Sampled = 99;

    /// <summary>
    /// Draws candidates at random without repetition, among the films in neither the training rows nor the test rows of the user. If there are fewer
    /// than <see cref="Sampled"/>, all are taken.
    /// </summary>
    /// <param name="training">Training rows.</param>
    /// <param name="test">Test rows.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="purpose">Purpose of the random streams.</param>
    /// <returns>Candidates by test row.</returns>
    public static int[][] Draw(RatingTable training, RatingTable test, RandomStreams streams, StreamPurpose purpose)
    {
        var (trainingStarts, trainingRows) = training.ByUser();
        var (testStarts, testRows) = test.ByUser();
        var drawn = new int[test.Count][];
        for (var user = 0; user < test.UserCount; user++)
        {
            var own = testRows.AsSpan(testStarts[user]..testStarts[user + 1]);
            if (own.IsEmpty)
            {
                continue;
            }

            List<int> rated = [.. trainingRows[trainingStarts[user]..trainingStarts[user + 1]].Select(row => training.Films[row])];
            foreach (var row in own)
            {
                rated.Add(test.Films[row]);
            }

            rated.Sort();
            var stream = streams.For(purpose, user);
            foreach (var row in own)
            {
                drawn[row] = DrawOthers(rated, test.FilmCount, ref stream);
            }
        }

        return drawn;
    }

    /// <summary>Draws films that are not in a sorted list without repetitions. Source of the algorithm: Floyd, in Bentley, "Programming Pearls: A Sample
    /// of Brilliance", CACM 30(9), 1987.</summary>
    private static int[] DrawOthers(List<int> rated, int filmCount, ref RandomStream stream)
    {
        var others = filmCount - rated.Count;
        var places = new SortedSet<int>();
        for (var highest = Math.Max(0, others - Sampled); highest < others; highest++)
        {
            if (!places.Add(stream.NextInt32(0, highest)))
            {
                places.Add(highest);
            }
        }

        // Convert indices among the unrated films to films: each rated film at or before an index increases it by 1.
        var films = new int[places.Count];
        var count = 0;
        var passed = 0;
        foreach (var place in places)
        {
            while (passed < rated.Count && rated[passed] <= place + passed)
            {
                passed++;
            }

            films[count++] = place + passed;
        }

        return films;
    }
}
