using System.Numerics;
using CsCheck;
using MovieChain.Experiments.Statistics;

namespace MovieChain.Tests.Experiments.Statistics;

public sealed class ShapleyTests
{
    private static readonly Gen<long[]> _game = Gen.Int[1, 6].SelectMany(players => Gen.Long[-1_000_000, 1_000_000].Array[1 << players]);

    private static readonly Gen<(long[] One, long[] Other)> _twoGames = Gen.Int[1, 5].SelectMany(
        players => Gen.Select(Gen.Long[-1000, 1000].Array[1 << players], Gen.Long[-1000, 1000].Array[1 << players]));

    [Fact]
    public void Gloves_are_worth_more_where_they_are_rare()
    {
        // Player 0 has a left glove, 1 and 2 have a right one each; a pair is worth 1.
        var values = Shapley.Of(Game(3, has => has(0) && (has(1) || has(2)) ? 1 : 0));

        Assert.Equal([2.0 / 3, 1.0 / 6, 1.0 / 6], values.Values.AsEnumerable());
        Assert.Equal([4, 1, 1], values.Numerators.AsEnumerable());
        Assert.Equal(6, values.Denominator);
    }

    [Fact]
    public void Who_needs_more_of_a_runway_pays_for_what_it_alone_needs()
    {
        // Littlechild and Owen, 1973: each part of the runway is shared by those who need it. Needs 12, 20, 32 and 36.
        int[] needs = [12, 20, 32, 36];
        var costs = Game(4, has => Enumerable.Range(0, 4).Where(has).Select(player => (long)needs[player]).DefaultIfEmpty().Max());

        Assert.Equal([3, 3 + (8.0 / 3), 3 + (8.0 / 3) + 6, 3 + (8.0 / 3) + 6 + 4], Shapley.Of(costs).Values, (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void The_Security_Council_gives_its_permanent_members_nearly_all_power()
    {
        // Shapley and Shubik, 1954: 5 with a veto and 6 without, 7 votes to pass. Without a veto 1/462 = 0.216 %.
        var values = Shapley.Of(Game(11, has => Enumerable.Range(0, 5).All(has) && Enumerable.Range(0, 11).Count(has) >= 7 ? 1 : 0)).Values;

        Assert.All(values[5..], value => Assert.Equal(1.0 / 462, value));
        Assert.All(values[..5], value => Assert.Equal(456.0 / 462 / 5, value, precision: 15));
    }

    [Fact]
    public void Values_are_the_mean_of_what_players_add_over_all_orders() => _game.Sample(
        worths =>
        {
            var players = BitOperations.Log2((uint)worths.Length);
            var added = new Int128[players];
            var orders = 0;
            foreach (var order in Orders([.. Enumerable.Range(0, players)]))
            {
                orders++;
                var coalition = 0;
                foreach (var player in order)
                {
                    added[player] += worths[coalition | (1 << player)] - worths[coalition];
                    coalition |= 1 << player;
                }
            }

            var values = Shapley.Of(worths);

            Assert.Equal(orders, values.Denominator);
            Assert.Equal(added, values.Numerators);
        },
        iter: 100);

    [Fact]
    public void Values_add_up_exactly_to_what_all_gain() => _game.Sample(worths =>
    {
        var values = Shapley.Of(worths);

        Assert.Equal((Int128)(worths[^1] - worths[0]) * values.Denominator, SumOf(values));
        Assert.Equal(worths[^1] - worths[0], values.Values.Sum(), tolerance: 1e-8);
    });

    [Fact]
    public void The_values_of_two_games_together_are_those_of_each_added() => _twoGames.Sample(games =>
    {
        var both = Shapley.Of([.. games.One.Zip(games.Other, (one, other) => one + other)]);

        Assert.Equal(Shapley.Of(games.One).Numerators.Zip(Shapley.Of(games.Other).Numerators, (one, other) => one + other), both.Numerators);
    });

    [Fact]
    public void A_player_who_adds_nothing_is_worth_nothing_and_one_like_another_the_same() => _game.Sample(worths =>
    {
        // A dummy in front of everybody, and then a first player that is counted as the dummy's equal.
        var withDummy = Enumerable.Range(0, 2 * worths.Length).Select(coalition => worths[coalition >> 1]).ToArray();
        var alike = Enumerable.Range(0, 2 * worths.Length).Select(coalition => worths[(coalition >> 1) | (coalition & 1)]).ToArray();

        Assert.Equal(0, Shapley.Of(withDummy).Numerators[0]);
        Assert.Equal(Shapley.Of(worths).Values, Shapley.Of(withDummy).Values[1..], (one, other) => Math.Abs(one - other) < 1e-8);
        Assert.Equal(Shapley.Of(alike).Numerators[0], Shapley.Of(alike).Numerators[1]);
    });

    [Fact]
    public void The_largest_game_of_the_largest_amounts_does_not_overflow()
    {
        var values = Shapley.Of(Game(Shapley.MostPlayers, has => has(0) ? long.MaxValue : long.MinValue));

        Assert.Equal((Int128)ulong.MaxValue * values.Denominator, SumOf(values));
        Assert.Equal((Int128)ulong.MaxValue * values.Denominator, values.Numerators[0]);
    }

    [Fact]
    public void Whole_values_stay_whole_however_many_players_there_are() =>
        Assert.Equal(
            Enumerable.Range(0, 12).Select(player => (double)((1L << 52) - player)),
            Shapley.Of(Game(12, has => Enumerable.Range(0, 12).Where(has).Sum(player => (1L << 52) - player))).Values);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1 << 17)]
    public void What_is_no_game_is_refused(int coalitions) => Assert.Throws<ArgumentException>(() => Shapley.Of(new long[coalitions]));

    /// <summary>The worth of each coalition, from who is in it.</summary>
    private static long[] Game(int players, Func<Func<int, bool>, long> worth) =>
        [.. Enumerable.Range(0, 1 << players).Select(coalition => worth(player => (coalition & (1 << player)) != 0))];

    private static IEnumerable<int[]> Orders(int[] players) => players.Length == 0
        ? [[]]
        : players.SelectMany(first => Orders([.. players.Where(player => player != first)]).Select(rest => (int[])[first, .. rest]));

    private static Int128 SumOf(ShapleyValues values) => values.Numerators.Aggregate(Int128.Zero, (sum, value) => sum + value);
}
