using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>Candidates: the films that the film of a test row is ranked among.</summary>
internal sealed class Candidates
{
    /// <summary>Number of drawn candidates per test row.</summary>
    public const int Sampled = 99;

    private readonly Func<int, int[]> _listOf;

    private Candidates(CandidateSource source, Func<int, int[]> listOf)
    {
        Source = source;
        _listOf = listOf;
    }

    public CandidateSource Source { get; }

    /// <summary>Candidates listed in a file, by test row.</summary>
    public static Candidates Listed(int[][] lists) => new(CandidateSource.File, row => lists[row]);

    /// <summary>Candidates among the films in neither the training rows nor the test rows of the user: all, or some drawn at random.</summary>
    /// <param name="source">All films, or drawn ones.</param>
    /// <param name="training">Training rows.</param>
    /// <param name="test">Test rows.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="purpose">Purpose of the random streams.</param>
    public static Candidates Unrated(CandidateSource source, RatingTable training, RatingTable test, RandomStreams streams, StreamPurpose purpose)
    {
        var rated = RatedFilms(training, test);
        if (source == CandidateSource.All)
        {
            return new Candidates(source, row => AllOthers(rated[test.Users[row]], test.FilmCount));
        }

        var drawn = Draw(rated, test, streams, purpose);
        return new Candidates(source, row => drawn[row]);
    }

    /// <summary>The candidates of a test row, each once.</summary>
    public int[] Of(int row) => _listOf(row);

    /// <summary>Draws candidates without repetition. If there are fewer than <see cref="Sampled"/>, all are taken.</summary>
    private static int[][] Draw(int[][] rated, RatingTable test, RandomStreams streams, StreamPurpose purpose)
    {
        var (starts, rows) = test.ByUser();
        var drawn = new int[test.Count][];
        for (var user = 0; user < test.UserCount; user++)
        {
            var stream = streams.For(purpose, user);
            foreach (var row in rows.AsSpan(starts[user]..starts[user + 1]))
            {
                drawn[row] = DrawOthers(rated[user], test.FilmCount, ref stream);
            }
        }

        return drawn;
    }

    /// <summary>The films of each user's training and test rows, sorted; empty for users without a test row.</summary>
    private static int[][] RatedFilms(RatingTable training, RatingTable test)
    {
        var (trainingStarts, trainingRows) = training.ByUser();
        var (starts, rows) = test.ByUser();
        var rated = new int[test.UserCount][];
        for (var user = 0; user < test.UserCount; user++)
        {
            var own = rows.AsSpan(starts[user]..starts[user + 1]);
            var films = new List<int>();
            if (!own.IsEmpty)
            {
                films.AddRange(trainingRows[trainingStarts[user]..trainingStarts[user + 1]].Select(row => training.Films[row]));
            }

            foreach (var row in own)
            {
                films.Add(test.Films[row]);
            }

            films.Sort();
            rated[user] = [.. films];
        }

        return rated;
    }

    /// <summary>All films that are not in a sorted list.</summary>
    private static int[] AllOthers(int[] rated, int filmCount)
    {
        var films = new int[filmCount - rated.Length];
        var count = 0;
        var passed = 0;
        for (var film = 0; film < filmCount; film++)
        {
            if (passed < rated.Length && rated[passed] == film)
            {
                passed++;
            }
            else
            {
                films[count++] = film;
            }
        }

        return films;
    }

    /// <summary>Draws films that are not in a sorted list without repetitions. Source of the algorithm: Floyd, in Bentley, "Programming Pearls: A Sample
    /// of Brilliance", CACM 30(9), 1987.</summary>
    private static int[] DrawOthers(int[] rated, int filmCount, ref RandomStream stream)
    {
        var others = filmCount - rated.Length;
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
            while (passed < rated.Length && rated[passed] <= place + passed)
            {
                passed++;
            }

            films[count++] = place + passed;
        }

        return films;
    }
}
