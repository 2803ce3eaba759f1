using MovieChain.Exchange;
using MovieChain.Exchange.Records;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Tests.Simulation;

/// <summary>Seals decide who can read, and nothing else.</summary>
public sealed class SealTests
{
    public static TheoryData<string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string>();
            foreach (var recommender in SmallRuns.Recommenders)
            {
                foreach (var access in (string[])["own", "notebook", "all", "Netflix:Prime,Prime:Hulu"])
                {
                    runs.Add(recommender, access);
                }
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Without_seals_slates_orders_profits_training_rows_and_errors_are_the_same(string recommender, string access)
    {
        Assert.True(AccessRule.TryParse(access, ["Netflix", "Hulu", "Prime"], out var rule, out _));
        var options = SmallRuns.Options(recommender, weeks: 3) with { Access = rule, Consent = 0.6, PrivacyStrictness = 0.3 };

        var closed = SmallRuns.Run(options);
        var clear = SmallRuns.Run(options with { Seal = false });

        Assert.Equal(SmallRuns.AllWeeks(closed), SmallRuns.AllWeeks(clear));
        Assert.Equal(SmallRuns.OrderBytes(closed.Chain), SmallRuns.OrderBytes(clear.Chain));
        Assert.Null(closed.Fault);
        Assert.Null(clear.Fault);
        Assert.NotEqual(closed.Fingerprint, clear.Fingerprint);
    }

    [Fact]
    public void On_a_sealed_chain_no_order_is_in_the_clear_and_without_seals_every_one_is()
    {
        var options = SmallRuns.Options("popular") with { Consent = 0.5 };

        Assert.All(OrdersIn(SmallRuns.Run(options).Chain), record => Assert.True(SealedOrder.TryRead(record, out _)));
        Assert.All(
            OrdersIn(SmallRuns.Run(options with { Seal = false }).Chain),
            record => Assert.True(IdentifiedOrder.TryRead(record, out _) || AnonymousOrder.TryRead(record, out _)));
    }

    [Theory]
    [InlineData("random")]
    [InlineData("mf")]
    [InlineData("hybrid")]
    public void Who_does_not_consent_stands_in_no_public_field(string recommender)
    {
        var options = SmallRuns.Options(recommender, customers: 30, weeks: 3) with { Consent = 0.5 };
        var states = SmallRuns.States(options);
        var consenting =
            from provider in Enumerable.Range(0, 3)
            from member in Enumerable.Range(0, 30)
            where states[0].Providers[provider].Members.Consents(member)
            select (provider, (int?)member);

        var heads = SmallRuns.Heads(states[^1].Chain);

        Assert.Equal(consenting.ToHashSet(), heads.Where(head => head.Member is not null).Select(head => (head.Author, head.Member)).ToHashSet());
        Assert.Contains(heads, head => head.Member is null);
    }

    [Fact]
    public void In_the_first_week_every_owner_grants_its_key_to_its_readers_and_later_to_nobody()
    {
        var chain = SmallRuns.Run(SmallRuns.Options("random")).Chain;

        var grants =
            from block in chain.Blocks.Skip(1)
            from record in Enumerable.Range(1, block.Records.Count - 1).Select(i => block.Records[i].ToArray())
            where Grant.ReaderOf(record) is not null
            select (block.Header.Height, Owner: chain.Rules.AuthorOf(block), Reader: (int)record[2]);

        Assert.Equal([(1, 0, 0), (1, 0, 1), (1, 0, 2), (2, 1, 1), (2, 1, 2), (3, 2, 2)], grants);
    }

    private static List<byte[]> OrdersIn(Chain chain) =>
    [
        .. from block in chain.Blocks.Skip(1)
           from record in Enumerable.Range(1, block.Records.Count - 1).Select(i => block.Records[i].ToArray())
           where Grant.ReaderOf(record) is null
           select record,
    ];
}
