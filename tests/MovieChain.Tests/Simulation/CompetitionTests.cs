using MovieChain.Audience;
using MovieChain.Exchange;
using MovieChain.Exchange.Records;
using MovieChain.Ledger;
using MovieChain.Randomness;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>Members who subscribe to several providers, weekly budgets, films that are bought once, and films that come out later.</summary>
public sealed class CompetitionTests
{
    private static readonly SimulationOptions _everything = SmallRuns.Options("mf", customers: 6, weeks: 5) with
    {
        Films = 20,
        Slate = 4,
        Difficulty = new Difficulty(0),
        Consent = 1,
        Seal = false,
        SharedAudience = 1,
        WeeklyBudget = new Money(14),
        Repeat = Repeat.Once,
        Arrivals = 3,
    };

    public static TheoryData<string> Recommenders => [.. SmallRuns.Recommenders];

    public static TheoryData<string> Learners => [.. SmallRuns.Recommenders.Where(kind => kind is not "random" and not "oracle")];

    [Theory]
    [MemberData(nameof(Recommenders))]
    public void Nobody_earns_more_than_the_oracle_under_any_rules(string recommender)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var options = _everything with
            {
                Seed = seed,
                Recommender = Named.Recommender(recommender),
                Weeks = 4,
                SharedAudience = (seed % 3) / 2.0,
                WeeklyBudget = seed % 2 == 0 ? null : new Money(5 + (seed * 2)),
                Repeat = seed % 4 < 2 ? Repeat.Once : Repeat.Rent,
                Arrivals = seed % 5,
                Consent = 0.8,
                Access = AccessRule.All(3),
            };

            Assert.All(SmallRuns.AllWeeks(SmallRuns.Run(options)), week =>
            {
                Assert.InRange(week.Profit.Units, 0, week.Yardsticks.Oracle.Units);
                Assert.InRange(week.Yardsticks.Random.Units, 0, week.Yardsticks.Oracle.Units);
                Assert.InRange(week.Yardsticks.Popular.Units, 0, week.Yardsticks.Oracle.Units);
            });
        }
    }

    [Theory]
    [InlineData("random")]
    [InlineData("popular")]
    [InlineData("oracle")]
    public void A_policy_earns_what_its_yardstick_says(string recommender)
    {
        // The oracle cannot see its rivals' slates: it is the ceiling only where nobody is shared.
        var options = _everything with { Recommender = Named.Recommender(recommender), SharedAudience = recommender == "oracle" ? 0 : 1 };

        Assert.All(SmallRuns.AllWeeks(SmallRuns.Run(options)), week => Assert.Equal(
            recommender switch
            {
                "random" => week.Yardsticks.Random,
                "popular" => week.Yardsticks.Popular,
                _ => week.Yardsticks.Oracle,
            },
            week.Profit));
    }

    [Fact]
    public void What_members_pay_is_what_providers_earn()
    {
        var states = SmallRuns.States(_everything);
        var streams = new RandomStreams((ulong)_everything.Seed);
        for (var week = 1; week < states.Count; week++)
        {
            var (before, after) = (states[week - 1].Providers, states[week].Providers);
            var paid = before.Zip(after).Sum(pair => Total(Wallet.TopUp(pair.First.Members, streams, new Week(week))) - Total(pair.Second.Members));
            Assert.Equal(before.Zip(after).Sum(pair => (pair.Second.Account.Balance - pair.First.Account.Balance).Units), paid);
            Assert.True(paid > 0);
        }

        static long Total(Population members) => Enumerable.Range(0, members.Count).Sum(member => members.Balance(member).Units);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_the_chain_nobody_spends_beyond_the_budget_or_buys_a_film_twice(bool isOnce)
    {
        // Random slates hold sold films too.
        var options = _everything with { Repeat = isOnce ? Repeat.Once : Repeat.Rent, Recommender = Named.Recommender("random") };
        var purchases = PurchasesOf(options).ToList();
        var catalogue = World.Draw(options, new Workers(1)).Catalogue;

        Assert.All(
            purchases.GroupBy(bought => (bought.Person, bought.Week)),
            week => Assert.InRange(week.Sum(bought => catalogue.Price(bought.Film).Units), 0, options.WeeklyBudget!.Value.Units));
        Assert.All(purchases.CountBy(bought => (bought.Person, bought.Film, bought.Week)), count => Assert.Equal(1, count.Value));
        Assert.Equal(isOnce, purchases.CountBy(bought => (bought.Person, bought.Film)).All(count => count.Value == 1));
        Assert.Contains(purchases.GroupBy(bought => (bought.Person, bought.Week)), week => week.DistinctBy(bought => bought.Owner).Count() == 3);
    }

    [Fact]
    public void Without_competition_a_provider_does_not_notice_what_others_read_and_with_it_it_does()
    {
        foreach (var shared in new[] { 0, 0.5 })
        {
            var options = _everything with { SharedAudience = shared, WeeklyBudget = null };

            var own = SmallRuns.Run(options with { Access = AccessRule.Own(3) });
            var notebook = SmallRuns.Run(options with { Access = AccessRule.Notebook(3) });

            Assert.Equal(shared == 0, SmallRuns.WeeksOf(own, 0).SequenceEqual(SmallRuns.WeeksOf(notebook, 0)));
        }
    }

    [Fact]
    public void The_records_of_one_member_with_several_providers_are_linked()
    {
        var options = _everything with { Access = AccessRule.From([[], [0], [0, 1]]), Recommender = Named.Recommender("random"), Repeat = Repeat.Rent };
        var states = SmallRuns.States(options);
        var subscriptions = World.Draw(options, new Workers(1)).Subscriptions;
        var lines = NamedLines(states[^1].Chain);
        for (var reader = 0; reader < 3; reader++)
        {
            var known = states[^1].Providers[reader].Known;
            Assert.Equal(18, known.MemberCount);
            for (var row = 0; row < known.MemberCount; row++)
            {
                var person = known.Members[row];
                var own = lines.Where(line => line.Owner <= reader && subscriptions.PersonOf(new(ProviderId.At(line.Owner), line.Number)) == person);
                var expected = own.GroupBy(line => (line.Film, line.Week)).Select(week => week.Any(line => line.Bought) ? (week.Key.Film, 1, 1) : (week.Key.Film, 1, 0))
                    .GroupBy(week => week.Film).Select(film => (film.Key, film.Sum(week => week.Item2), film.Sum(week => week.Item3))).OrderBy(film => film.Key);
                Assert.Equal(expected, known.Row(row).ToArray().Select(pair => (pair.Film, (int)pair.Offers, (int)pair.Purchases)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void Nobody_is_offered_a_film_again_that_is_on_record_as_bought_by_it(string recommender)
    {
        var options = _everything with { Recommender = Named.Recommender(recommender), Access = AccessRule.All(3), Weeks = 6, WeeklyBudget = null, Films = 40 };
        var subscriptions = World.Draw(options, new Workers(1)).Subscriptions;
        var lines = NamedLines(SmallRuns.Run(options).Chain)
            .Select(line => (Person: subscriptions.PersonOf(new(ProviderId.At(line.Owner), line.Number)), line.Film, line.Week, line.Bought))
            .ToList();
        var sold = lines.Where(line => line.Bought).ToDictionary(line => (line.Person, line.Film), line => line.Week);

        Assert.True(sold.Count > 100);
        Assert.DoesNotContain(lines, line => sold.TryGetValue((line.Person, line.Film), out var week) && week < line.Week);
    }

    [Theory]
    [MemberData(nameof(Recommenders))]
    public void No_film_is_offered_before_it_comes_out_and_later_ones_are_offered_too(string recommender)
    {
        foreach (var repeat in Enum.GetValues<Repeat>())
        {
            var options = _everything with { Recommender = Named.Recommender(recommender), Repeat = repeat, Films = 6, Slate = 4, WeeklyBudget = null };
            var lines = NamedLines(SmallRuns.Run(options).Chain);
            Assert.All(lines, line => Assert.InRange(line.Film.Index, 0, 6 + (3 * (line.Week - 1)) - 1));
            Assert.Contains(lines, line => line.Film.Index >= 6);
        }
    }

    [Theory]
    [MemberData(nameof(Recommenders))]
    public void A_longer_run_begins_with_the_chain_of_a_shorter_one(string recommender)
    {
        var options = _everything with { Recommender = Named.Recommender(recommender), SharedAudience = 0.5, Consent = 0.7 };
        var shorter = SmallRuns.Run(options with { Weeks = 3 });
        var longer = SmallRuns.Run(options with { Weeks = 6 });

        Assert.Equal(shorter.Chain.Blocks.Select(block => block.Hash), longer.Chain.Blocks.Take(10).Select(block => block.Hash));
        Assert.Equal(shorter.Weeks.SelectMany(week => week.Providers), longer.Weeks.Take(3).SelectMany(week => week.Providers));
    }

    [Theory]
    [MemberData(nameof(Recommenders))]
    public void The_chain_and_the_figures_are_the_same_on_any_number_of_threads_sealed_or_not_and_alone(string recommender)
    {
        var options = _everything with { Recommender = Named.Recommender(recommender), SharedAudience = 0.5, Consent = 0.7, Providers = [new("A", 70), new("B", 20)], Access = AccessRule.All(2), Weeks = 3 };
        var plain = SmallRuns.Run(options, threads: 1);
        var alone = Simulator.RunWeeks(options, World.Draw(options, new Workers(1)), new Workers(1));

        Assert.Equal(plain.Fingerprint, SmallRuns.Run(options, threads: 3).Fingerprint);
        Assert.Equal(ProfitsOf(plain.Weeks), ProfitsOf(SmallRuns.Run(options with { Seal = true }).Weeks));
        Assert.Equal(ProfitsOf(plain.Weeks), ProfitsOf(alone));
        Assert.Equal(plain.Weeks.SelectMany(week => week.SlateOverlaps), alone.SelectMany(week => week.SlateOverlaps));
        Assert.All(alone, week => Assert.InRange(Assert.Single(week.SlateOverlaps), 0, 1 + 1e-12));
    }

    [Fact]
    public void Who_withdraws_withdraws_from_all_its_providers()
    {
        var options = _everything with { Seal = true, Revoke = new(1, new Week(3)), Access = AccessRule.All(3), SharedAudience = 0.5 };
        var states = SmallRuns.States(options);

        Assert.All(states[2].Providers, provider => Assert.Equal(18, provider.Known.MemberCount));
        Assert.All(states[3].Providers, provider => Assert.Equal(0, provider.Known.MemberCount));
        Assert.All(SmallRuns.Heads(states[^1].Chain), order => Assert.Equal(order.Week < 3, order.Member is not null));
    }

    [Fact]
    public void A_world_is_not_that_of_runs_with_other_films_or_another_shared_audience()
    {
        var world = World.Draw(_everything, new Workers(1));

        Assert.True(world.IsThatOf(_everything with { WeeklyBudget = null, Repeat = Repeat.Rent, Access = AccessRule.Own(3) }));
        Assert.All(
            [
                _everything with { SharedAudience = 0.9 },
                _everything with { Arrivals = 2 },
                _everything with { Weeks = 6 },
            ],
            other => Assert.False(world.IsThatOf(other)));
        Assert.True(World.Draw(_everything with { Arrivals = 0 }, new Workers(1)).IsThatOf(_everything with { Arrivals = 0, Weeks = 6 }));
    }

    private static IEnumerable<(int Owner, MemberId Person, FilmId Film, int Week)> PurchasesOf(SimulationOptions options)
    {
        var subscriptions = World.Draw(options, new Workers(1)).Subscriptions;
        return NamedLines(SmallRuns.Run(options).Chain)
            .Where(line => line.Bought)
            .Select(line => (line.Owner, subscriptions.PersonOf(new(ProviderId.At(line.Owner), line.Number)), line.Film, line.Week));
    }

    private static List<Line> NamedLines(Chain chain)
    {
        var lines = new List<Line>();
        foreach (var order in SmallRuns.Orders(chain))
        {
            Assert.True(IdentifiedOrder.TryRead(order.Bytes, out var named));
            for (var line = 0; line < named.LineCount; line++)
            {
                lines.Add(new(order.Author, named.MemberNumber, named.Week.Number, named[line].Film, named[line].Rating is not null));
            }
        }

        return lines;
    }

    private static IEnumerable<Money> ProfitsOf(IEnumerable<WeekResult> weeks) =>
        weeks.SelectMany(week => week.Providers).SelectMany(provider => (Money[])[provider.Profit, provider.Yardsticks.Oracle, provider.Yardsticks.Random, provider.Yardsticks.Popular]);

    private sealed record Line(int Owner, int Number, int Week, FilmId Film, bool Bought);
}
