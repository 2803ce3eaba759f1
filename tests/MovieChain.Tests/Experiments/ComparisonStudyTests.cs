using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Experiments.Statistics;
using MovieChain.Simulation;

namespace MovieChain.Tests.Experiments;

public sealed class ComparisonStudyTests
{
    private static readonly Comparison _study = SmallStudies.Compare(
        [.. SmallStudies.Regimes, new Regime("popular", SmallStudies.Market with { Recommender = Named.Recommender("popular") })]);

    [Fact]
    public void Every_further_regime_is_compared_with_the_first()
    {
        Assert.Equal([1, 2], _study.Pairs.Select(pair => pair.Regime));
        foreach (var pair in _study.Pairs)
        {
            for (var provider = 0; provider < 3; provider++)
            {
                var row = pair.Horizons[0].Providers[provider];
                Assert.Equal(
                    _study.Replications.Select(replication => (Sum(replication.Outcomes[0].Providers[provider].Profits), Sum(replication.Outcomes[pair.Regime].Providers[provider].Profits))),
                    row.Pairs.Select(values => (values.A.Units, values.B.Units)));
                Assert.Equal(row.Pairs.Average(values => values.A.Units), row.MeanA);
                Assert.Equal(row.Pairs.Average(values => values.B.Units), row.MeanB);
                Assert.Equal(row.MeanB - row.MeanA, row.Difference.Mean, 9);
                Assert.Equal(100 * row.Difference.Mean / row.MeanA, row.Percent);
            }
        }
    }

    [Fact]
    public void The_beginning_and_the_end_of_the_run_are_compared_as_well()
    {
        Assert.Equal([new("all weeks", 1, 7), new("first 5 weeks", 1, 5), new("last 5 weeks", 3, 7)], _study.Pairs[0].Horizons.Select(horizon => horizon.Horizon));
        var first = _study.Pairs[1].Horizons[1].Providers[2];
        Assert.Equal(_study.Replications.Select(replication => Sum(replication.Outcomes[2].Providers[2].Profits[..5])), first.Pairs.Select(values => values.B.Units));
        var last = _study.Pairs[1].Horizons[2].Providers[2];
        Assert.Equal(_study.Replications.Select(replication => Sum(replication.Outcomes[2].Providers[2].Profits[2..])), last.Pairs.Select(values => values.B.Units));
    }

    [Fact]
    public void A_run_as_short_as_the_beginning_has_one_horizon() => Assert.Equal(new Horizon("all weeks", 1, 5), Assert.Single(Horizon.Of(5)));

    [Fact]
    public void The_total_is_the_sum_over_the_providers()
    {
        var horizon = _study.Pairs[1].Horizons[0];
        Assert.Equal(horizon.Providers.Sum(row => row.MeanA), horizon.Total.MeanA, 6);
        Assert.Equal(horizon.Providers.Sum(row => row.OracleB), horizon.Total.OracleB, 6);
        Assert.Equal(horizon.Providers.Sum(row => row.Difference.Mean), horizon.Total.Difference.Mean, 6);
        Assert.Equal(horizon.Total.Difference.P, horizon.Total.P);
    }

    [Fact]
    public void The_p_of_a_horizon_are_adjusted_for_each_other_without_the_placebos()
    {
        foreach (var horizon in _study.Pairs.SelectMany(pair => pair.Horizons))
        {
            var tested = horizon.Providers.Where(row => !row.IsPlacebo).ToList();
            Assert.Equal(Holm.Adjust([.. tested.Select(row => row.Difference.P)]), tested.Select(row => row.P!.Value));
        }
    }

    [Fact]
    public void The_verdict_goes_by_the_adjusted_p()
    {
        foreach (var row in _study.Pairs.SelectMany(pair => pair.Horizons).SelectMany(horizon => horizon.Providers).Where(row => !row.IsPlacebo))
        {
            Assert.Equal(row.P >= 0.05 ? Verdict.Undecided : row.Difference.Mean > 0 ? Verdict.Gain : Verdict.Loss, row.Verdict);
        }

        Assert.Contains(_study.Pairs[1].Horizons[0].Providers, row => row.Verdict == Verdict.Loss);
    }

    [Fact]
    public void The_gap_closed_is_the_part_of_what_the_baseline_leaves_to_the_oracle()
    {
        var row = _study.Pairs[0].Horizons[0].Providers[2];
        Assert.Equal(row.Difference.Mean / (row.OracleA - row.MeanA), row.GapClosed);
        Assert.True(row.OracleA > row.MeanA);
    }

    [Fact]
    public void No_gap_is_closed_where_the_regimes_have_not_the_same_oracle()
    {
        var market = SmallStudies.Market with { Weeks = 2 };
        SimulationOptions[] others =
        [
            market with { Films = 31 },
            market with { Slate = 9 },
            market with { Drift = 0 },
            market with { WeeklyBudget = new Money(20) },
            market with { Repeat = Repeat.Once },
        ];
        var study = SmallStudies.Compare([new Regime("market", market), .. others.Select((options, place) => new Regime($"{place}", options))]);
        Assert.All(study.Pairs, pair => Assert.Null(pair.Horizons[0].Total.GapClosed));
        foreach (var both in (SimulationOptions[])[market with { SharedAudience = 0.5 }, market with { Repeat = Repeat.Once }])
        {
            Assert.Null(SmallStudies.Compare(SmallStudies.Under(both, AccessRule.Own(3), AccessRule.All(3))).Pairs[0].Horizons[0].Total.GapClosed);
        }
    }

    [Fact]
    public void A_recommender_below_random_is_named_and_random_itself_is_not()
    {
        Assert.Empty(_study.BelowRandom);
        ImmutableArray<Replication> replications = [Replicated(1, above: 3, below: 1), Replicated(2, above: 1, below: 2)];
        var market = SmallStudies.Market with { Weeks = 1, Providers = SmallStudies.Market.Providers[..2] };

        Assert.Equal(new BelowRandomSlates(0, 1, 1.5, 2), Assert.Single(ComparisonStudy.BelowRandom(replications, [market])));
        var random = SmallStudies.Market with { Recommender = Named.Recommender("random") };
        Assert.Empty(SmallStudies.Compare(SmallStudies.Under(random, AccessRule.Own(3), AccessRule.All(3))).BelowRandom);

        static Replication Replicated(int number, long above, long below) => new(number, number, [new Outcome([Earned(above), Earned(below)], [0])]);

        static Earnings Earned(long profit) => new([new Money(profit)], [new Money(9)], [new Money(2)], 1);
    }

    [Fact]
    public void A_study_stops_when_every_interval_is_narrow_enough()
    {
        var settings = SmallStudies.Settings with { Replications = 100, HalfWidth = 0.9 };
        var stopped = SmallStudies.Compare(SmallStudies.Regimes, settings);
        Assert.Equal(ComparisonStudy.Batch, stopped.Replications.Length);

        var narrower = settings with { HalfWidth = 0.008, Replications = 60 };
        var longer = SmallStudies.Compare(SmallStudies.Regimes, narrower);
        Assert.InRange(longer.Replications.Length, ComparisonStudy.Batch + 1, 60);
        Assert.Equal(SmallStudies.Profits(longer.Replications)[..SmallStudies.Profits(stopped.Replications).Count], SmallStudies.Profits(stopped.Replications));
        Assert.Equal(longer.Replications.Length, SmallStudies.Compare(SmallStudies.Regimes, narrower, threads: 1).Replications.Length);
    }

    /// <summary>The intervals of short horizons are wider than those of all weeks.</summary>
    [Fact]
    public void Every_interval_of_the_report_counts_when_a_study_stops()
    {
        const double Target = 0.02;
        var stopped = SmallStudies.Compare(SmallStudies.Regimes, SmallStudies.Settings with { Replications = 400, HalfWidth = Target });
        var before = SmallStudies.Compare(SmallStudies.Regimes, SmallStudies.Settings with { Replications = stopped.Replications.Length - ComparisonStudy.Batch });

        Assert.InRange(stopped.Replications.Length, 2 * ComparisonStudy.Batch, 399);
        Assert.All(RowsOf(stopped), row => Assert.True(row.Difference.HalfWidth <= Target * row.MeanA));
        Assert.Contains(RowsOf(before), row => row.Difference.HalfWidth > Target * row.MeanA);
        Assert.All(before.Pairs[0].Horizons[0].Providers, row => Assert.True(row.Difference.HalfWidth <= Target * row.MeanA));

        static IEnumerable<PairedDifference> RowsOf(Comparison study) =>
            study.Pairs.SelectMany(pair => pair.Horizons).SelectMany(horizon => horizon.Providers.Append(horizon.Total));
    }

    [Fact]
    public void Slates_overlap_wholly_where_all_are_offered_the_same_and_in_part_where_they_are_not()
    {
        Assert.Equal([(0, 1), (0, 2), (1, 2)], _study.Overlaps.Select(overlap => (overlap.First, overlap.Second)));
        Assert.All(_study.Overlaps.SelectMany(overlap => overlap.ByRegime), overlap => Assert.InRange(overlap, 0.05, 1));

        var everything = SmallStudies.Market with { Films = 10 };
        var same = SmallStudies.Compare(SmallStudies.Under(everything, AccessRule.Own(3), AccessRule.All(3)));
        Assert.All(same.Overlaps.SelectMany(overlap => overlap.ByRegime), overlap => Assert.Equal(1, overlap, 9));
    }

    [Fact]
    public void Regimes_are_the_same_when_they_decide_the_same_whatever_they_are_called()
    {
        var regime = SmallStudies.Regimes[1];
        Assert.True(regime.IsSameAs(regime with { Name = "another" }));
        Assert.True(regime.IsSameAs(new Regime("pairs", regime.Options with { Access = AccessRule.From([[], [0], [0, 1]]), Seal = false, Seed = 99, Difficulty = new(7) })));
        Assert.False(regime.IsSameAs(SmallStudies.Regimes[0]));
        Assert.False(regime.IsSameAs(regime with { Options = regime.Options with { Weeks = 2 } }));
        Assert.False(regime.IsSameAs(regime with { Options = regime.Options with { Rank = 5 } }));
    }

    private static long Sum(IEnumerable<Money> profits) => profits.Sum(profit => profit.Units);
}
