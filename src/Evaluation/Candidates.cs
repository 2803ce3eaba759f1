using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>The films that a test row's film is ranked among: such as its user has never rated.</summary>
internal static class Candidates
{
    /// <summary>How many there are for a test row.</summary>
    public const int Sampled = 99;

    /// <summary>
    /// Draws films at random for each test row, without repetition, among those that neither the user's training rows nor the test rows
    /// hold. Where there are fewer than <see cref="Sampled"/> of them, all are taken.
    /// </summary>
    /// <param name="training">The rows to train on.</param>
    /// <param name="test">The rows to measure on.</param>
    /// <param name="streams">The chance that decides.</param>
    /// <param name="purpose">What for.</param>
    /// <returns>The films by test row.</returns>
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

            var rated = new List<int>();
            foreach (var row in trainingRows.AsSpan(trainingStarts[user]..trainingStarts[user + 1]))
            {
                rated.Add(training.Films[row]);
            }

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

    /// <summary>Draws films that are not in a sorted list of different ones. Source of the way to draw: Floyd, in Bentley, "Programming
    /// Pearls: A Sample of Brilliance", CACM 30(9), 1987.</summary>
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

        // The place among the films that were not rated becomes a film: every rated one at or before it moves it on.
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
