using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;
using MovieChain.Tests.Simulation;

namespace MovieChain.Tests.Experiments;

public sealed class ReplicationTests
{
    [Theory]
    [InlineData("mf")]
    [InlineData("hybrid")]
    [InlineData("popular")]
    [InlineData("random")]
    [InlineData("oracle")]
    public void A_replication_earns_what_a_run_with_its_seed_earns(string recommender)
    {
        var study = SmallStudies.Compare(SmallStudies.Under(SmallStudies.Market with { Recommender = Named.Recommender(recommender) }, AccessRule.Own(3), AccessRule.All(3)));

        AssertAreThoseOfRuns(study);
    }

    [Fact]
    public void A_replication_in_which_members_withdraw_earns_what_a_run_with_its_seed_earns() =>
        AssertAreThoseOfRuns(SmallStudies.Compare(SmallStudies.Under(SmallStudies.Market with { Revoke = Revocation.TryParse("0.5@4") }, AccessRule.Own(3), AccessRule.All(3))));

    [Fact]
    public void Regimes_that_differ_in_their_people_do_not_share_them()
    {
        var market = SmallStudies.Market;
        var study = SmallStudies.Compare(
        [
            new Regime("a", market),
            new Regime("b", market with { Consent = 0.2 }),
            new Regime("c", market with { Films = 40 }),
            new Regime("e", market with { SharedAudience = 0.5 }),
            new Regime("f", market with { Arrivals = 1 }),
            new Regime("d", market with { Providers = [.. market.Providers.Select(provider => provider with { Customers = 5 })] }),
        ]);

        AssertAreThoseOfRuns(study);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void Any_number_of_workers_gives_the_same_numbers(int threads) =>
        Assert.Equal(
            SmallStudies.Profits(SmallStudies.Compare(SmallStudies.Regimes, threads: 1).Replications),
            SmallStudies.Profits(SmallStudies.Compare(SmallStudies.Regimes, threads: threads).Replications));

    [Fact]
    public void A_replication_is_what_it_is_whatever_else_is_run()
    {
        var few = SmallStudies.Compare(SmallStudies.Regimes, SmallStudies.Settings with { Replications = 2 }).Replications;
        var many = SmallStudies.Compare([.. SmallStudies.Regimes, new Regime("all", SmallStudies.Market with { Access = AccessRule.All(3) })]).Replications;

        Assert.Equal(few.Select(replication => (replication.Number, replication.Seed)), many.Take(2).Select(replication => (replication.Number, replication.Seed)));
        Assert.Equal(
            SmallStudies.Profits(few),
            SmallStudies.Profits([.. many.Take(2).Select(replication => replication with { Outcomes = replication.Outcomes[..2] })]));
    }

    [Fact]
    public void No_two_replications_have_the_same_seed_and_another_root_has_other_seeds()
    {
        var seeds = Enumerable.Range(1, 1000).Select(number => ReplicationSeeds.Of(1, MovieChain.Randomness.StreamPurpose.Replication, number)).ToList();
        var others = Enumerable.Range(1, 1000).Select(number => ReplicationSeeds.Of(2, MovieChain.Randomness.StreamPurpose.Replication, number)).ToList();

        Assert.Equal(2000, seeds.Concat(others).Distinct().Count());
        Assert.All(seeds, seed => Assert.True(Settings.Seed.Range.Allows(seed)));
    }

    [Fact]
    public void A_study_that_is_cancelled_ends()
    {
        using var source = new CancellationTokenSource();
        var progress = new CancelAfterOne(source);

        Assert.Throws<OperationCanceledException>(() => ComparisonStudy.Run(
            SmallStudies.Regimes, SmallStudies.Settings with { Replications = 1000 }, tunes: false, new Workers(2, source.Token), progress));
        Assert.InRange(progress.Reports, 1, 10);
    }

    [Fact]
    public void Progress_counts_every_run_once_and_in_order()
    {
        var progress = new Recorded();
        ComparisonStudy.Run(SmallStudies.Regimes, SmallStudies.Settings, tunes: false, new Workers(2), progress);

        Assert.Equal(Enumerable.Range(1, 8).Select(done => new StudyProgress("Replications", done, 8)), progress.Reports);
    }

    private static void AssertAreThoseOfRuns(Comparison study)
    {
        var runs =
            from replication in study.Replications
            from regime in study.Regimes
            let result = SmallRuns.Run(regime.Options with { Seed = replication.Seed })
            from provider in Enumerable.Range(0, regime.Options.Providers.Length)
            from week in SmallRuns.WeeksOf(result, provider)
            select week.Profit.Units;

        Assert.Equal(runs, SmallStudies.Profits(study.Replications));
    }

    private sealed class Recorded : IProgress<StudyProgress>
    {
        public List<StudyProgress> Reports { get; } = [];

        public void Report(StudyProgress value) => Reports.Add(value);
    }

    private sealed class CancelAfterOne(CancellationTokenSource source) : IProgress<StudyProgress>
    {
        public int Reports { get; private set; }

        public void Report(StudyProgress value)
        {
            Reports++;
            source.Cancel();
        }
    }
}
