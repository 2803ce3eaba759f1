using MovieChain.Exchange;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

public sealed class ChainOfARunTests
{
    public static TheoryData<string> Recommenders => [.. SmallRuns.Recommenders];

    [Theory]
    [MemberData(nameof(Recommenders))]
    public void There_is_a_block_a_week_and_provider_besides_genesis_and_all_are_valid(string recommender)
    {
        var result = SmallRuns.Run(SmallRuns.Options(recommender, weeks: 3) with { Difficulty = new Difficulty(4) });

        Assert.Equal((3 * 3) + 1, result.Chain.Blocks.Length);
        Assert.Null(result.Fault);
        Assert.Null(ChainVerifier.FindFault(result.Chain.Blocks));
        Assert.All(result.Chain.Blocks, block => Assert.True(block.Hash.LeadingZeroBits >= 4));
        Assert.Equal(result.Chain.Blocks[^1].Hash, result.Fingerprint);
    }

    [Fact]
    public void The_providers_mine_in_their_order_every_week()
    {
        var chain = SmallRuns.Run(SmallRuns.Options("random", weeks: 3)).Chain;

        Assert.Equal([0, 1, 2, 0, 1, 2, 0, 1, 2], chain.Blocks.Skip(1).Select(block => chain.Rules.AuthorOf(block) ?? -1));
        Assert.All(SmallRuns.Orders(chain).GroupBy(order => order.Week), week => Assert.Equal([0, 1, 2], week.Select(order => order.Author).Distinct()));
        Assert.Equal(3, chain.Blocks.Skip(1).Select(block => block.Header.Time).Distinct().Count());
    }

    [Theory]
    [InlineData("random")]
    [InlineData("mf")]
    public void A_longer_run_begins_with_the_chain_of_a_shorter_one(string recommender)
    {
        var shorter = SmallRuns.Run(SmallRuns.Options(recommender, weeks: 3));
        var longer = SmallRuns.Run(SmallRuns.Options(recommender, weeks: 5));

        Assert.Equal(shorter.Chain.Blocks.Select(block => block.Hash), longer.Chain.Blocks.Take(10).Select(block => block.Hash));
        Assert.NotEqual(shorter.Fingerprint, longer.Fingerprint);
    }

    [Fact]
    public void The_difficulty_changes_the_hashes_and_nothing_else()
    {
        var easy = SmallRuns.Run(SmallRuns.Options("mf") with { Difficulty = new Difficulty(0) });
        var hard = SmallRuns.Run(SmallRuns.Options("mf") with { Difficulty = new Difficulty(6) });

        Assert.NotEqual(easy.Fingerprint, hard.Fingerprint);
        Assert.Equal(SmallRuns.AllWeeks(easy), SmallRuns.AllWeeks(hard));
        Assert.Equal(SmallRuns.OrderBytes(easy.Chain), SmallRuns.OrderBytes(hard.Chain));
    }

    [Fact]
    public void Every_option_that_decides_results_changes_the_fingerprint()
    {
        var plain = SmallRuns.Options("random", weeks: 1);
        SimulationOptions[] others =
        [
            plain with { Seed = 2 },
            plain with { Weeks = 2 },
            plain with { Difficulty = new Difficulty(3) },
            plain with { Films = 99 },
            plain with { Slate = 9 },
            plain with { Consent = 0.91 },
            plain with { PrivacyStrictness = 0.01 },
            plain with { Drift = 1.01 },
            plain with { Recommender = Named.Recommender("popular") },
            plain with { Rank = 5 },
            plain with { Seal = false },
            plain with { Revoke = new(0.5, new Week(1)) },
            plain with { Access = AccessRule.All(3) },
            plain with { Providers = plain.Providers.SetItem(0, new("Mubi", 12)) },
            plain with { Providers = plain.Providers.SetItem(2, new("Prime", 13)) },
        ];

        var fingerprints = others.Prepend(plain).Select(options => SmallRuns.Run(options).Fingerprint).ToList();

        Assert.Equal(fingerprints.Count, fingerprints.Distinct().Count());
    }
}
