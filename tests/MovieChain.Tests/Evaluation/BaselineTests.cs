using MovieChain.Evaluation;

namespace MovieChain.Tests.Evaluation;

public sealed class BaselineTests
{
    [Fact]
    public void The_means_are_those_of_the_rows()
    {
        var training = Tables.Of(3, 3, (0, 0, 5), (0, 1, 2), (1, 0, 2));

        Assert.Equal(3, new GlobalMean(training).Predict(2, 2));
        Assert.Equal([3.5, 2, double.NaN], Enumerable.Range(0, 3).Select(film => new FilmMean(training).Predict(0, film)));
        Assert.Equal([2, 1, double.NaN], Enumerable.Range(0, 3).Select(film => new FilmCount(training).Predict(0, film)));
    }

    /// <summary>One user, one film, one rating r beside the mean m = r: no bias. With two films rated m ± d by one user, the film's bias in
    /// the first turn is ±d/(2 + 1) and the user's 0, and so in all turns.</summary>
    [Fact]
    public void Film_biases_are_shrunk_as_solved_by_hand()
    {
        var bias = new UserFilmBias(Tables.Of(1, 3, (0, 0, 4), (0, 1, 1)));

        Assert.Equal(2.5 + (1.5 / 3), bias.Predict(0, 0), precision: 12);
        Assert.Equal(2.5 - (1.5 / 3), bias.Predict(0, 1), precision: 12);
        Assert.Equal(2.5, bias.Predict(0, 2), precision: 12);
    }

    /// <summary>Two users rate two films alike: 5, 5 and 2, 2 by user. The film's bias is 0 throughout, a user's ±1.5 · 2/(5 + 2).</summary>
    [Fact]
    public void User_biases_are_shrunk_as_solved_by_hand()
    {
        var bias = new UserFilmBias(Tables.Of(3, 2, (0, 0, 5), (0, 1, 5), (1, 0, 2), (1, 1, 2)));

        Assert.Equal(3.5 + (3.0 / 7), bias.Predict(0, 0), precision: 12);
        Assert.Equal(3.5 - (3.0 / 7), bias.Predict(1, 1), precision: 12);
        Assert.Equal(3.5, bias.Predict(2, 0), precision: 12);
    }

    /// <summary>Users 0 and 1 rated film 0 with 5 and 3, and user 0 film 1 with 1; the mean is 3. Where the turns end,
    /// b₀ = (2 − u₀ − u₁)/4, b₁ = (−2 − u₀)/3, u₀ = −(b₀ + b₁)/7 and u₁ = −b₀/6, which eliminated by hand gives u₀ = 5/221.</summary>
    [Fact]
    public void Biases_of_both_sides_come_to_the_solution_of_their_equations()
    {
        var bias = new UserFilmBias(Tables.Of(2, 2, (0, 0, 5), (1, 0, 3), (0, 1, 1)));

        Assert.Equal(3 + ((114 + 5) / 221.0), bias.Predict(0, 0), precision: 9);
        Assert.Equal(3 + ((-149 + 5) / 221.0), bias.Predict(0, 1), precision: 9);
        Assert.Equal(3 + ((114 - 19) / 221.0), bias.Predict(1, 0), precision: 9);
        Assert.Equal(3 + ((-149 - 19) / 221.0), bias.Predict(1, 1), precision: 9);
    }
}
