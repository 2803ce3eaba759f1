using MovieChain.Catalogue;
using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Learning;
using MovieChain.Randomness;
using MovieChain.Simulation;
using MovieChain.Tests.Learning;

namespace MovieChain.Tests.Simulation;

/// <summary>After a withdrawal providers know, and have learned, what they would if they read the chain for the first time.</summary>
public sealed class ForgettingTests
{
    private const int Withdrawal = 3;

    private static readonly SimulationOptions _options = SmallRuns.Options("mf", customers: 15, weeks: 5) with
    {
        Consent = 0.8,
        PrivacyStrictness = 0.3,
        Access = AccessRule.All(3),
        Revoke = new(0.4, new Week(Withdrawal)),
    };

    private static readonly List<SimulationState> _states = SmallRuns.States(_options);

    [Fact]
    public void What_a_provider_knows_after_any_week_is_what_the_whole_chain_tells_with_the_registry_of_that_week()
    {
        for (var week = 1; week <= 5; week++)
        {
            for (var provider = 0; provider < 3; provider++)
            {
                Assert.Equal(Known.Describe(ReadAnew(week, provider)), Known.Describe(_states[week].Providers[provider].Known));
            }
        }
    }

    [Fact]
    public void In_the_week_of_the_withdrawal_models_are_trained_from_scratch()
    {
        var streams = new RandomStreams(1);
        var recommender = new MatrixFactorizationRecommender(FilmGenerator.Generate(streams, _options.Films), streams, _options.Rank);
        for (var provider = 0; provider < 3; provider++)
        {
            var anew = recommender.Learn(ReadAnew(Withdrawal, provider), previous: null, new Workers(1));

            var learned = _states[Withdrawal].Providers[provider].Learned;

            Assert.NotNull(learned?.ValidationRmse);
            Assert.Equal((anew.TrainingRows, anew.ValidationRmse), (learned.TrainingRows, learned.ValidationRmse));
            Assert.Equal(SlatesOf(anew.Policy, provider), SlatesOf(learned.Policy, provider));
        }
    }

    private static Interactions ReadAnew(int week, int provider)
    {
        var chain = _states[week].Chain;
        var reader = LedgerAccess.Of(_options.Access, _options.Seal, new SimulatedSecrets(1), ProviderId.At(provider), chain.Rules, chain.Blocks[0].Hash).Reader;
        return LedgerImport.Read(
            Interactions.None(_options.Films), chain.Blocks, chain.Rules, reader, RunExchange.RegistryAfter(_options, new Week(week)), new Workers(1));
    }

    private static List<FilmId[]> SlatesOf(ISlatePolicy policy, int provider) =>
    [
        .. Enumerable.Range(0, 15).Select(member =>
        {
            var slate = new FilmId[_options.Slate];
            policy.FillSlate(new MemberId(ProviderId.At(provider), member), new Week(Withdrawal + 1), slate);
            return slate;
        }),
    ];
}
