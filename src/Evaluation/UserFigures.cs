using System.Collections.Immutable;

namespace MovieChain.Evaluation;

/// <summary>Figures over the test rows of one user.</summary>
/// <param name="User">The user.</param>
/// <param name="TrainingRows">Number of its training rows.</param>
/// <param name="TestRows">Number of its test rows.</param>
/// <param name="Models">Figures of each model, in the order of the result's models.</param>
internal sealed record UserFigures<T>(int User, int TrainingRows, int TestRows, ImmutableArray<T> Models);

/// <summary>Computes figures by user.</summary>
internal static class UserFigures
{
    /// <summary>The figures of each user with a test row, in the order of the users.</summary>
    /// <param name="training">Training rows.</param>
    /// <param name="test">Test rows.</param>
    /// <param name="measure">Figures of each model over some test rows.</param>
    public static ImmutableArray<UserFigures<T>> Of<T>(RatingTable training, RatingTable test, Func<int[], ImmutableArray<T>> measure)
    {
        var trainingRows = training.RowsOfUsers();
        var (starts, rows) = test.ByUser();
        return
        [
            .. from user in Enumerable.Range(0, test.UserCount)
               let own = rows[starts[user]..starts[user + 1]]
               where own.Length > 0
               select new UserFigures<T>(user, trainingRows[user], own.Length, measure(own)),
        ];
    }
}
