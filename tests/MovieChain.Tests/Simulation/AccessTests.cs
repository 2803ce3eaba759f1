using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Learning;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>A provider learns from what it has been granted, and from nothing else.</summary>
public sealed class AccessTests
{
    [Theory]
    [InlineData("notebook")]
    [InlineData("Hulu:Prime")]
    [InlineData("Prime:Hulu,Hulu:Netflix")]
    public void Who_reads_only_its_own_does_not_notice_what_others_read(string access)
    {
        Assert.True(AccessRule.TryParse(access, ["Netflix", "Hulu", "Prime"], out var rule, out _));
        var own = SmallRuns.Run(SmallRuns.Options("mf") with { Access = AccessRule.Own(3) });

        var others = SmallRuns.Run(SmallRuns.Options("mf") with { Access = rule });

        Assert.Equal(SmallRuns.WeeksOf(own, 0), SmallRuns.WeeksOf(others, 0));
        Assert.NotEqual(SmallRuns.WeeksOf(own, 1), SmallRuns.WeeksOf(others, 1));
    }

    [Theory]
    [InlineData("own", 1, 1, 1)]
    [InlineData("notebook", 1, 2, 3)]
    [InlineData("all", 3, 3, 3)]
    [InlineData("Netflix:Prime", 2, 1, 1)]
    public void Training_rows_are_the_order_lines_of_those_it_reads(string access, params int[] owners)
    {
        Assert.True(AccessRule.TryParse(access, ["Netflix", "Hulu", "Prime"], out var rule, out _));
        foreach (var recommender in new[] { "popular", "mf" })
        {
            var options = SmallRuns.Options(recommender, customers: 10, weeks: 3) with { Consent = 1, Slate = 7, Access = rule };

            var result = SmallRuns.Run(options);

            Assert.All(Enumerable.Range(0, 3), provider => Assert.Equal(
                Enumerable.Range(1, 3).Select(week => 10L * 7 * week * owners[provider]),
                SmallRuns.WeeksOf(result, provider).Select(week => week.TrainingRows)));
        }
    }

    [Theory]
    [InlineData("own")]
    [InlineData("notebook")]
    [InlineData("all")]
    [InlineData("Netflix:Hulu,Prime:Hulu")]
    public void Within_a_run_nobody_knows_members_of_a_provider_that_it_does_not_read(string access)
    {
        Assert.True(AccessRule.TryParse(access, ["Netflix", "Hulu", "Prime"], out var rule, out _));

        var state = SmallRuns.States(SmallRuns.Options("popular") with { Access = rule })[^1];

        Assert.All(Enumerable.Range(0, 3), provider => Assert.Equal(
            rule.ReadBy(provider).Select(owner => (byte)owner), ProvidersOf(state.Providers[provider].Known)));
    }

    [Theory]
    [InlineData("A,B,C", "own", "own")]
    [InlineData("A,B,C", "C:B,B:A,C:A", "notebook")]
    [InlineData("A,B,C", "ALL", "all")]
    [InlineData("A,B,C", "C:A,C:B", "C:A,C:B")]
    [InlineData("A", "all", "own")]
    [InlineData("A,B", "B:A", "notebook")]
    public void A_rule_is_called_by_its_preset_where_it_is_one(string names, string text, string called)
    {
        Assert.True(AccessRule.TryParse(text, names.Split(','), out var rule, out _));
        Assert.Equal(called, rule.Summarize(names.Split(',')));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_grant_lets_through_the_records_of_those_granted_and_no_others(bool seal)
    {
        var plain = SmallRuns.Options("random") with { Consent = 0.5, Seal = seal };
        for (var grant = 0; grant < 8; grant++)
        {
            var granted = Enumerable.Range(0, 3).Where(provider => (grant & (1 << provider)) != 0).ToList();
            var reader = granted.FirstOrDefault();
            var options = plain with { Access = AccessRule.From(Enumerable.Range(0, 3).Select(p => p == reader ? granted : [])) };
            var result = SmallRuns.Run(options);
            var access = LedgerAccess.Of(options.Access, options.Seal, new SimulatedSecrets(1), ProviderId.At(reader), result.Chain.Rules, result.Chain.Blocks[0].Hash);
            var registry = RunExchange.RegistryAfter(options, new Week(1));

            var known = LedgerImport.Read(
                Interactions.None(options.Films), result.Chain.Blocks, result.Chain.Rules, access.Reader, registry, new Workers(2));

            var owners = options.Access.ReadBy(reader);
            var readable = SmallRuns.Orders(result.Chain).Where(order => owners.Contains(order.Author)).ToList();
            Assert.Equal(owners.Select(owner => (byte)owner), ProvidersOf(known));
            Assert.Equal(readable.Where(order => order.Member is not null).Sum(order => order.Films.Count), known.Lines);
            Assert.Equal(
                readable.Where(order => order.Member is null).SelectMany(order => order.Films).CountBy(film => film).ToHashSet(),
                Enumerable.Range(0, known.FilmCount).Select(FilmId.At)
                    .Select(film => KeyValuePair.Create(film, (int)known.AnonymousPurchases(film))).Where(pair => pair.Value > 0).ToHashSet());
        }
    }

    private static IEnumerable<byte> ProvidersOf(Interactions known) =>
        known.Members.ToArray().Select(member => member.Provider.Index).Distinct().Order();
}
