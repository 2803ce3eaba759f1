using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>Runs small enough for tests, and what can be read off them.</summary>
internal static class SmallRuns
{
    private static readonly ImmutableArray<string> _names = ["Netflix", "Hulu", "Prime"];

    public static ImmutableArray<string> Recommenders => MovieChain.Simulation.Recommenders.Names;

    public static SimulationOptions Options(string recommender, int customers = 12, int weeks = 4) => new()
    {
        Weeks = weeks,
        Difficulty = new Difficulty(2),
        Recommender = Named.Recommender(recommender),
        Rank = 4,
        Providers = [.. _names.Select(name => new ProviderPlan(name, customers))],
    };

    public static SimulationResult Run(SimulationOptions options, int threads = 2) => Simulator.Run(options, new Workers(threads));

    /// <summary>The world before the first week and after each week.</summary>
    public static List<SimulationState> States(SimulationOptions options)
    {
        var loop = new WeeklyLoop(options, new Workers(1), new Miner(new Workers(1)));
        var states = new List<SimulationState> { loop.Begin() };
        for (var week = 1; week <= options.Weeks; week++)
        {
            states.Add(loop.Run(states[^1], new Week(week)).Next);
        }

        return states;
    }

    /// <summary>What came of one provider, week by week.</summary>
    public static IEnumerable<ProviderWeek> WeeksOf(SimulationResult result, int provider) => result.Weeks.Select(week => week.Providers[provider]);

    public static IEnumerable<ProviderWeek> AllWeeks(SimulationResult result) => result.Weeks.SelectMany(week => week.Providers);

    /// <summary>All orders on a chain, opened by their owners with the secrets of all who consented at first, and decoded. Fails on a record
    /// that is not an order.</summary>
    public static List<RecordedOrder> Orders(Chain chain)
    {
        var options = GenesisStatement.TryReadOptions(chain.Blocks[0]);
        Assert.NotNull(options);
        var secrets = new SimulatedSecrets((ulong)options.Seed);
        var registry = RunExchange.RegistryAfter(options, new Week(0));
        var readers = chain.Rules.Authors.Select((_, p) => LedgerAccess.Of(options.Access, options.Seal, secrets, ProviderId.At(p), chain.Rules, chain.Blocks[0].Hash).Reader).ToList();
        var orders = new List<RecordedOrder>();
        foreach (var block in chain.Blocks.Skip(1))
        {
            var author = chain.Rules.AuthorOf(block);
            Assert.NotNull(author);
            var records = readers[author.Value].Open(block, registry, new Workers(1));
            Assert.Equal(0, records.Closed);
            for (var i = 0; i < records.Count; i++)
            {
                if (!records.IsOpened(i))
                {
                    continue;
                }

                var order = DecodedRecord.Of(records[i], i);
                Assert.True(order.Kind is RecordKind.Identified or RecordKind.Anonymous);
                var films = new List<FilmId>();
                for (var line = 0; line < order.LineCount; line++)
                {
                    films.Add(order[line].Film);
                }

                orders.Add(new(author.Value, order.Week, order.MemberNumber, films, records[i].ToArray()));
            }
        }

        return orders;
    }

    /// <summary>What anybody can see of the orders on a sealed chain: owner, week, and the member who is named.</summary>
    public static List<(int Author, int Week, int? Member)> Heads(Chain chain)
    {
        var heads = new List<(int, int, int?)>();
        foreach (var block in chain.Blocks.Skip(1))
        {
            for (var i = 1; i < block.Records.Count; i++)
            {
                var order = DecodedRecord.Of(block.Records[i], i);
                if (order.Kind is RecordKind.Sealed)
                {
                    heads.Add((chain.Rules.AuthorOf(block) ?? -1, order.Week.Number, order.MemberNumber));
                }
            }
        }

        return heads;
    }

    /// <summary>All orders on a chain as one text, opened.</summary>
    public static string OrderBytes(Chain chain) => string.Join(' ', Orders(chain).Select(order => Convert.ToHexString(order.Bytes)));

    /// <summary>An order on the chain; its member is null where it is anonymous.</summary>
    internal sealed record RecordedOrder(int Author, Week Week, int? Member, List<FilmId> Films, byte[] Bytes);
}
