using System.Collections.Immutable;
using System.Numerics;

namespace MovieChain.Experiments.Statistics;

/// <summary>
/// Shares out what a coalition of all is worth by what each player adds, averaged over all orders in which they may join.
/// Source: Shapley, "A Value for n-Person Games", 1953.
/// </summary>
internal static class Shapley
{
    /// <summary>The most players: 2¹⁶ coalitions.</summary>
    public const int MostPlayers = 16;

    /// <summary>The value of each player, exactly.</summary>
    /// <param name="worths">What each coalition is worth, by number: bit i says whether player i is in it. That of nobody need not be 0.</param>
    /// <exception cref="ArgumentException">There are not 2, 4, 8, ... or 65,536 coalitions.</exception>
    public static ShapleyValues Of(ReadOnlySpan<long> worths)
    {
        if (!BitOperations.IsPow2(worths.Length) || worths.Length is < 2 or > 1 << MostPlayers)
        {
            throw new ArgumentException($"{worths.Length} coalitions are not those of 1 to {MostPlayers} players.", nameof(worths));
        }

        var players = BitOperations.Log2((uint)worths.Length);
        var factorials = new long[players + 1];
        factorials[0] = 1;
        for (var number = 1; number <= players; number++)
        {
            factorials[number] = number * factorials[number - 1];
        }

        // A player's weights add up to players!, below 2⁴⁵, and no worth differs from another by 2⁶⁴: 128 bits cannot overflow.
        var numerators = new Int128[players];
        for (var coalition = 0; coalition < worths.Length; coalition++)
        {
            var members = BitOperations.PopCount((uint)coalition);
            for (var player = 0; player < players; player++)
            {
                var with = coalition | (1 << player);
                if (with != coalition)
                {
                    var weight = (Int128)factorials[members] * factorials[players - members - 1];
                    numerators[player] += weight * ((Int128)worths[with] - worths[coalition]);
                }
            }
        }

        return new ShapleyValues([.. numerators], factorials[players]);
    }
}

/// <summary>The Shapley values of a game, as fractions of one denominator.</summary>
/// <param name="Numerators">The value of each player, times <paramref name="Denominator"/>.</param>
/// <param name="Denominator">In how many orders the players may join.</param>
internal sealed record ShapleyValues(ImmutableArray<Int128> Numerators, long Denominator)
{
    /// <summary>The value of each player, rounded to a double; one that is a whole number below 2⁵³ is exact.</summary>
    public ImmutableArray<double> Values => [.. Numerators.Select(Rounded)];

    private double Rounded(Int128 numerator)
    {
        var (whole, rest) = Int128.DivRem(numerator, Denominator);
        return (double)whole + ((double)rest / Denominator);
    }
}
