namespace MovieChain.Evaluation;

/// <summary>A film and its score.</summary>
internal readonly record struct ScoredFilm(int Film, double Score);

/// <summary>The films that a model scores highest for each user, among those without a training row of the user.</summary>
internal static class TopFilms
{
    private const int UsersAtOnce = 1024;

    /// <summary>The top films of each user with training rows, in the order of the users. Films with equal scores are in the order of the films; films
    /// without a score are left out, so that a list can be shorter.</summary>
    /// <param name="model">The model.</param>
    /// <param name="training">Training rows.</param>
    /// <param name="count">Length of a list.</param>
    /// <param name="workers">Thread budget.</param>
    public static IEnumerable<(int User, ScoredFilm[] Films)> Of(IRatingModel model, RatingTable training, int count, Workers workers)
    {
        var (starts, rows) = training.ByUser();
        int[] users = [.. Enumerable.Range(0, training.UserCount).Where(user => starts[user] < starts[user + 1])];
        foreach (var some in users.Chunk(UsersAtOnce))
        {
            var lists = new ScoredFilm[some.Length][];
            workers.ForRanges(some.Length, rangeLength: 8, (start, end) =>
            {
                for (var i = start; i < end; i++)
                {
                    lists[i] = ListOf(some[i]);
                }
            });
            foreach (var list in some.Zip(lists))
            {
                yield return list;
            }
        }

        ScoredFilm[] ListOf(int user)
        {
            var isRated = new bool[training.FilmCount];
            foreach (var row in rows.AsSpan(starts[user]..starts[user + 1]))
            {
                isRated[training.Films[row]] = true;
            }

            return
            [
                .. Enumerable.Range(0, training.FilmCount)
                    .Where(film => !isRated[film])
                    .Select(film => new ScoredFilm(film, model.Predict(user, film)))
                    .Where(film => !double.IsNaN(film.Score))
                    .OrderByDescending(film => film.Score)
                    .Take(count),
            ];
        }
    }
}
