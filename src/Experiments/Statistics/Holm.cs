using System.Collections.Immutable;

namespace MovieChain.Experiments.Statistics;

/// <summary>
/// Adjusts p for how many were looked at, so that the probability of calling anything different that is not stays below the level.
/// Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", 1979.
/// </summary>
internal static class Holm
{
    /// <summary>Adjusts each p for the others.</summary>
    /// <param name="values">The p of each test, 0 to 1, in any order.</param>
    /// <returns>The adjusted p in the same order, each at least what it was and at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of them is no probability.</exception>
    public static ImmutableArray<double> Adjust(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(values), value, "A p is 0 to 1.");
            }
        }

        var ascending = values.ToArray();
        var places = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(ascending, places);
        var adjusted = new double[values.Length];
        double least = 0;
        for (var rank = 0; rank < ascending.Length; rank++)
        {
            least = Math.Max(least, Math.Min(1, (ascending.Length - rank) * ascending[rank]));
            adjusted[places[rank]] = least;
        }

        return [.. adjusted];
    }
}
