using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Tests.Experiments;

public sealed class RegimeTuningTests
{
    private static readonly SimulationOptions _market = SmallStudies.Market with { Weeks = 2 };
    private static readonly Comparison _tuned = SmallStudies.Compare(SmallStudies.Under(_market, AccessRule.Own(3), AccessRule.All(3)), tunes: true);

    [Fact]
    public void Every_regime_tries_as_much_and_none_of_it_on_a_seed_that_counts()
    {
        Assert.Equal(2, _tuned.Tunings.Length);
        Assert.Equal(_tuned.Tunings[0].Tried, _tuned.Tunings[1].Tried);
        Assert.All(_tuned.Tunings, tuning => Assert.True(tuning.Tried > 5 && tuning.Seeds == RegimeTuning.Seeds));
        Assert.All(_tuned.Tunings, tuning => Assert.True(tuning.Profit >= tuning.ProfitBefore));
        var tuningSeeds = Enumerable.Range(1, RegimeTuning.Seeds).Select(number => ReplicationSeeds.Of(7, MovieChain.Randomness.StreamPurpose.TuningReplication, number));
        Assert.Empty(tuningSeeds.Intersect(_tuned.Replications.Select(replication => replication.Seed)));
    }

    [Fact]
    public void The_trials_say_what_every_setting_earned_on_every_seed() => Assert.All(_tuned.Tunings, tuning =>
    {
        Assert.Equal((12, tuning.Tried), (tuning.Trials.Length, tuning.Trials.DistinctBy(trial => (trial.Options.Rank, trial.Options.Regularization)).Count()));
        Assert.All(tuning.Trials, trial => Assert.Equal(RegimeTuning.Seeds, trial.Profits.Length));
        var best = tuning.Trials.MaxBy(trial => trial.Profits.Sum(profit => profit.Units))!;
        Assert.Equal((best.Options, Mean(best)), (tuning.Options, tuning.Profit!.Value));
        Assert.Equal(Mean(tuning.Trials[0]), tuning.ProfitBefore!.Value);

        static double Mean(Trial trial) => trial.Profits.Average(profit => profit.Units);
    });

    [Fact]
    public void The_replications_are_run_with_what_each_regime_chose()
    {
        var chosen = _tuned.Tunings.Select((tuning, place) => new Regime($"{place}", tuning.Options)).ToList();

        Assert.Equal(SmallStudies.Profits(SmallStudies.Compare([.. chosen]).Replications), SmallStudies.Profits(_tuned.Replications));
    }

    [Fact]
    public void What_is_chosen_earns_most_on_the_seeds_for_it()
    {
        var chosen = RegimeTuning.Run([new Regime("own", _market)], root: 3, new Workers(2), progress: null)[0];
        var profits =
            from rank in (int[])[4, 8, 16, 32]
            from regularization in (double[])[5, 15, 45]
            let options = _market with { Rank = rank, Regularization = regularization }
            select Enumerable.Range(1, RegimeTuning.Seeds).Average(number =>
            {
                var seeded = options with { Seed = ReplicationSeeds.Of(3, MovieChain.Randomness.StreamPurpose.TuningReplication, number) };
                var world = World.Draw(seeded, new Workers(1));
                return Simulator.RunWeeks(seeded, world, new Workers(1)).Sum(week => week.Providers.Sum(provider => (double)provider.Profit.Units));
            });

        Assert.Equal(profits.Max(), chosen.Profit!.Value, 6);
    }

    [Theory]
    [InlineData("mf", "rank,regularization")]
    [InlineData("libmf", "rank")]
    [InlineData("popular", "")]
    public void A_regime_chooses_the_settings_of_its_recommender_alone(string recommender, string chosen)
    {
        var tuned = new TunedRegime(_market with { Recommender = Named.Recommender(recommender) }, Tried: 5, Seeds: 10, Profit: 1, ProfitBefore: 1);

        Assert.Equal(chosen, string.Join(',', tuned.Chosen.Select(setting => setting.Name)));
    }

    [Fact]
    public void A_recommender_without_settings_chooses_nothing()
    {
        var popular = _market with { Recommender = Named.Recommender("popular") };
        Assert.False(RegimeTuning.HasSettings(popular));
        var tuning = RegimeTuning.Run([new Regime("popular", popular)], root: 3, new Workers(2), progress: null)[0];
        Assert.Equal((0, 0, null, popular), (tuning.Tried, tuning.Seeds, tuning.Profit, tuning.Options));
    }
}
