namespace MovieChain.LibraryUser;

/// <summary>A rating; the last two columns are names that a factorization might use itself.</summary>
internal sealed class Rating
{
    public string UserId { get; set; } = "";

    public string MovieId { get; set; } = "";

    public float Stars { get; set; }

    public float MemberFactors { get; set; }

    public float FilmFactors { get; set; }

    /// <summary>Eight users with two tastes; each has rated half of the ten films.</summary>
    public static IEnumerable<Rating> All() =>
        from user in Enumerable.Range(1, 8)
        from movie in Enumerable.Range(1, 10)
        where (user + movie) % 2 == 0 || movie > 8
        select new Rating
        {
            UserId = $"user {user}",
            MovieId = $"movie {movie}",
            Stars = user % 4 / 2 == movie % 4 / 2 ? 5 : 1,
            MemberFactors = user,
            FilmFactors = movie,
        };
}

/// <summary>A prediction.</summary>
internal sealed class Prediction
{
    public float Score { get; set; }
}
