using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>Members who withdraw their consent in a week: what it does to the chain and to the run.</summary>
public sealed class RevocationTests
{
    private const int Withdrawal = 3;

    private static readonly SimulationOptions _options =
        SmallRuns.Options("mf", customers: 15, weeks: 5) with { Consent = 0.8, Revoke = new(0.4, new Week(Withdrawal)) };

    private static readonly List<SimulationState> _states = SmallRuns.States(_options);

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void The_fraction_of_each_providers_consenting_members_withdraws_in_that_week_and_in_no_other(double fraction)
    {
        var options = SmallRuns.Options("random", customers: 30) with { Consent = 0.7, Revoke = new(fraction, new Week(Withdrawal)) };
        var before = SmallRuns.States(options)[0];

        var result = SmallRuns.Run(options);

        for (var provider = 0; provider < 3; provider++)
        {
            var consenting = before.Providers[provider].Members.CountConsenting();
            var withdrawn = (int)Math.Round((decimal)fraction * consenting, MidpointRounding.AwayFromZero);
            Assert.Equal([0, 0, withdrawn, 0], SmallRuns.WeeksOf(result, provider).Select(week => week.Withdrawn));
            Assert.Equal(
                [consenting, consenting, consenting - withdrawn, consenting - withdrawn],
                SmallRuns.WeeksOf(result, provider).Select(week => week.Consenting));
        }

        Assert.Null(result.Fault);
    }

    [Fact]
    public void No_record_names_them_from_that_week_on_and_their_earlier_ones_stay()
    {
        var heads = SmallRuns.Heads(_states[^1].Chain);
        var gone = Gone();

        Assert.True(gone.Count > 10);
        Assert.All(gone, member => Assert.Equal([1, 2], WeeksOf(heads, member)));
        Assert.All(
            ConsentingAtFirst().Except(gone),
            member => Assert.Equal([1, 2, 3, 4, 5], WeeksOf(heads, member)));
        Assert.Null(ChainVerifier.FindFault(_states[^1].Chain.Blocks));
    }

    [Fact]
    public void Nobody_can_open_their_earlier_records_any_more_and_everybody_still_could_before()
    {
        var gone = Gone();
        var chain = _states[^1].Chain;
        for (var place = 0; place < 3; place++)
        {
            // The very reader that opened them during the run, and one that never did.
            foreach (var reader in (ILedgerReader[])
                [_states[^1].Providers[place].Access.Reader, LedgerAccess.Of(_options.Access, _options.Seal, new SimulatedSecrets(1), ProviderId.At(place), chain.Rules, chain.Blocks[0].Hash).Reader])
            {
                var before = OpenedBy(reader, Withdrawal - 1);
                var after = OpenedBy(reader, Withdrawal);

                var granted = ConsentingAtFirst().Where(member => _options.Access.ReadBy(place).Contains(member.Provider.Index)).ToHashSet();
                Assert.Equal(granted, before);
                Assert.Equal([.. granted.Except(gone)], after);
            }
        }

        HashSet<MemberId> OpenedBy(ILedgerReader reader, int week) => [.. Opened(reader, chain, RunExchange.RegistryAfter(_options, new Week(week)))];
    }

    [Fact]
    public void Profits_up_to_that_week_are_those_of_a_run_in_which_nobody_withdraws()
    {
        var with = SmallRuns.Run(_options);
        var without = SmallRuns.Run(_options with { Revoke = null });

        Assert.Equal(Profits(without).Take(3 * Withdrawal), Profits(with).Take(3 * Withdrawal));
        Assert.NotEqual(Profits(without), Profits(with));
        Assert.Equal(SmallRuns.AllWeeks(without).Take(3 * (Withdrawal - 1)), SmallRuns.AllWeeks(with).Take(3 * (Withdrawal - 1)));

        static IEnumerable<Money> Profits(SimulationResult result) => SmallRuns.AllWeeks(result).Select(week => week.Profit);
    }

    [Theory]
    [InlineData("mf")]
    [InlineData("hybrid")]
    [InlineData("popular")]
    public void Training_rows_shrink_by_exactly_their_lines(string recommender)
    {
        var options = _options with { Recommender = Named.Recommender(recommender), PrivacyStrictness = 0.5 };
        var result = SmallRuns.Run(options);
        var orders = SmallRuns.Orders(result.Chain).Where(order => order.Member is not null).ToList();
        var registry = RunExchange.RegistryAfter(options, new Week(Withdrawal));

        for (var provider = 0; provider < 3; provider++)
        {
            var readable = orders.Where(order => options.Access.ReadBy(provider).Contains(order.Author)).ToList();
            var expected = Enumerable.Range(1, 5).Select(week => readable
                .Where(order => order.Week.Number <= week && (week < Withdrawal || registry.Holds(new(ProviderId.At(order.Author), order.Member ?? -1))))
                .Sum(order => (long)order.Films.Count));

            Assert.Equal(expected, SmallRuns.WeeksOf(result, provider).Select(week => week.TrainingRows));
        }
    }

    [Fact]
    public void Who_withdraws_at_the_first_week_was_never_named()
    {
        var options = _options with { Revoke = new(1, new Week(1)) };

        var result = SmallRuns.Run(options);

        Assert.Null(result.Fault);
        Assert.All(SmallRuns.Heads(result.Chain), head => Assert.Null(head.Member));
        Assert.All(SmallRuns.AllWeeks(result), week => Assert.Equal((0, 0L), (week.Consenting, week.TrainingRows)));
    }

    [Fact]
    public void When_all_withdraw_nothing_but_anonymous_lines_is_left_to_learn_from()
    {
        var states = SmallRuns.States(_options with { Revoke = new(1, new Week(Withdrawal)) });

        Assert.All(states[Withdrawal].Providers, provider =>
        {
            Assert.Equal((0, 0L), (provider.Known.MemberCount, provider.Known.Lines));
            Assert.False(provider.Known.IsEmpty);
        });
    }

    [Fact]
    public void A_withdrawal_beyond_the_run_does_not_happen()
    {
        var result = SmallRuns.Run(_options with { Revoke = new(1, new Week(6)) });

        Assert.All(SmallRuns.AllWeeks(result), week => Assert.Equal(0, week.Withdrawn));
        Assert.Equal(SmallRuns.AllWeeks(SmallRuns.Run(_options with { Revoke = null })), SmallRuns.AllWeeks(result));
    }

    [Fact]
    public void The_same_members_withdraw_whatever_else_is_changed()
    {
        SimulationOptions[] others =
        [
            _options with { Recommender = Named.Recommender("random") },
            _options with { Access = AccessRule.Own(3), Slate = 5, Films = 60 },
            _options with { Revoke = new(0.4, new Week(1)), Drift = 0 },
        ];

        Assert.All(others, other =>
        {
            var last = SmallRuns.States(other)[^1];
            Assert.Equal(
                Gone(),
                [.. ConsentingAtFirst().Where(member => !last.Providers[member.Provider.Index].Members.Consents(member.Number))]);
        });
    }

    [Fact]
    public void The_registry_of_a_week_holds_exactly_the_secrets_of_those_who_consent_at_its_end()
    {
        for (var week = 0; week < _states.Count; week++)
        {
            var registry = RunExchange.RegistryAfter(_options, new Week(week));
            for (var provider = 0; provider < 3; provider++)
            {
                var members = _states[week].Providers[provider].Members;
                Assert.Equal(15, registry.MemberCount(members.Provider));
                Assert.All(Enumerable.Range(0, 15), number => Assert.Equal(members.Consents(number), registry.Holds(members.Id(number))));
                Assert.All(Enumerable.Range(0, 15), number => Assert.Equal(
                    members.Consents(number), registry.TryGetSecret(members.Id(number), new byte[SimulatedSecrets.Length])));
            }

            Assert.False(registry.Holds(new(ProviderId.At(3), 0)));
            Assert.False(registry.Holds(new(ProviderId.At(0), 15)));
            Assert.False(registry.Holds(new(ProviderId.At(0), -1)));
            Assert.Equal(0, registry.MemberCount(ProviderId.At(3)));
        }
    }

    private static IEnumerable<int> WeeksOf(IEnumerable<(int Author, int Week, int? Member)> heads, MemberId member) =>
        heads.Where(head => head.Author == member.Provider.Index && head.Member == member.Number).Select(head => head.Week);

    /// <summary>The members, whom the run's own state names, who consented at first and do not at the end.</summary>
    private static HashSet<MemberId> Gone() =>
        [.. ConsentingAtFirst().Where(member => !_states[^1].Providers[member.Provider.Index].Members.Consents(member.Number))];

    private static IEnumerable<MemberId> ConsentingAtFirst() =>
        from provider in _states[0].Providers
        from number in Enumerable.Range(0, provider.Members.Count)
        where provider.Members.Consents(number)
        select provider.Members.Id(number);

    private static IEnumerable<MemberId> Opened(ILedgerReader reader, Chain chain, ConsentRegistry registry)
    {
        foreach (var block in chain.Blocks.Skip(1).Take(3 * (Withdrawal - 1)))
        {
            var opened = reader.Open(block, registry, new Workers(1));
            foreach (var index in Enumerable.Range(0, opened.Count).Where(opened.IsOpened))
            {
                if (DecodedRecord.Of(opened[index], index).MemberNumber is { } member)
                {
                    yield return new MemberId(ProviderId.At(chain.Rules.AuthorOf(block) ?? -1), member);
                }
            }
        }
    }
}
