using System.Buffers.Binary;
using System.Text;
using CsCheck;
using MovieChain.Exchange;
using MovieChain.Ledger;
using MovieChain.Simulation;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.Simulation;

/// <summary>Genesis states the options of a run in one form, and no other is taken.</summary>
public sealed class GenesisStatementTests
{
    private static readonly SimulationOptions _example = SmallRuns.Options("popular") with
    {
        Consent = 0.5,
        Revoke = new(0.25, new Week(10)),
        Access = AccessRule.From([[1], [], [0, 1]]),
    };

    private static readonly Gen<SimulationOptions> _options =
        from seed in Gen.Long[0, Settings.Seed.Range.Max]
        from difficulty in Gen.Int[0, 32]
        from films in Gen.Int[1, 10_000]
        from slate in Gen.Int[1, Math.Min(films, 100)]
        from consent in Fraction(1)
        from strictness in Fraction(1)
        from drift in Fraction(10)
        from seal in Gen.Bool
        from fraction in Fraction(1)
        from week in Gen.Int[0, 520]
        from recommender in Pick.OneOf([.. SmallRuns.Recommenders, "libmf"])
        from rank in Gen.Int[1, 256]
        from regularization in Gen.OneOf(Gen.Const(Settings.Regularization.Default), Gen.Double[0.01, 10_000])
        from shared in Gen.OneOf(Gen.Const(0.0), Fraction(1))
        from budget in Gen.Int[0, 1_000_000]
        from once in Gen.Bool
        from arrivals in Gen.Int[0, 10_000]
        from customers in Gen.Int[1, 111_111].Array[1, 9]
        from reads in Gen.Int[0, customers.Length - 1].Array[0, 12].Array[customers.Length]
        select new SimulationOptions
        {
            Seed = seed,
            Difficulty = new Difficulty(difficulty),
            Films = films,
            Slate = slate,
            Consent = consent,
            PrivacyStrictness = strictness,
            Drift = drift,
            Seal = seal || week > 0,
            Revoke = week > 0 ? new(fraction, new Week(week)) : null,
            Recommender = Named.Recommender(recommender),
            Rank = rank,
            Regularization = regularization,
            SharedAudience = shared,
            WeeklyBudget = budget > 0 ? new Money(budget) : null,
            Repeat = once ? Repeat.Once : Repeat.Rent,
            Arrivals = arrivals < 5000 ? 0 : arrivals,
            Providers = [.. customers.Select((count, place) => new ProviderPlan($"Anbieter {place} ñ", count))],
            Access = AccessRule.From(reads),
        };

    [Fact]
    public void Whatever_options_are_stated_are_read_again() => _options.Sample(options =>
    {
        var read = GenesisStatement.TryReadOptions(GenesisOf(options));

        Assert.NotNull(read);
        Assert.Equal(options with { Providers = read.Providers, Access = read.Access }, read);
        Assert.Equal(options.Providers.AsEnumerable(), read.Providers);
        Assert.Equal(
            Enumerable.Range(0, options.Providers.Length).Select(options.Access.ReadBy),
            Enumerable.Range(0, options.Providers.Length).Select(read.Access.ReadBy));
    });

    [Theory]
    [InlineData("consent", "0.50")]
    [InlineData("consent", "+0.5")]
    [InlineData("consent", "5E-1")]
    [InlineData("consent", ".5")]
    [InlineData("consent", " 0.5")]
    [InlineData("consent", "0,5")]
    [InlineData("consent", "1.5")]
    [InlineData("consent", "NaN")]
    [InlineData("consent", "-0")]
    [InlineData("consent", "")]
    [InlineData("seed", "+1")]
    [InlineData("seed", "01")]
    [InlineData("seed", "9007199254740992")]
    [InlineData("seed", "-1")]
    [InlineData("films", "0")]
    [InlineData("films", "10001")]
    [InlineData("films", "9")]
    [InlineData("slate", "101")]
    [InlineData("rank", "257")]
    [InlineData("seal", "True")]
    [InlineData("seal", "false")]
    [InlineData("seal", "")]
    [InlineData("revoke", "0.250@10")]
    [InlineData("revoke", "0.25@010")]
    [InlineData("revoke", "0.25@521")]
    [InlineData("revoke", "0.25")]
    [InlineData("recommender", "Popular")]
    [InlineData("recommender", "1")]
    [InlineData("recommender", "")]
    [InlineData("customers", "0")]
    [InlineData("customers", "1000001")]
    [InlineData("customers", "012")]
    [InlineData("reads", "")]
    [InlineData("reads", "1")]
    [InlineData("reads", "1,0")]
    [InlineData("reads", "0,1,1")]
    [InlineData("reads", "0,1,3")]
    [InlineData("reads", "0, 1")]
    [InlineData("reads", "0,1,")]
    [InlineData("reads", "0,99999999999")]
    public void A_value_that_no_run_states_makes_it_no_statement(string name, string value)
    {
        var pairs = PairsOf(_example);
        var place = pairs.FindIndex(pair => pair.Key == name);
        pairs[place] = new(name, value);

        Assert.Null(TryRead(pairs));
    }

    [Theory]
    [InlineData("regularization", "15")]
    [InlineData("regularization", "0.001")]
    [InlineData("sharedAudience", "0")]
    [InlineData("sharedAudience", "1.5")]
    [InlineData("weeklyBudget", "0")]
    [InlineData("weeklyBudget", "1000001")]
    [InlineData("repeat", "rent")]
    [InlineData("repeat", "twice")]
    [InlineData("arrivals", "0")]
    [InlineData("arrivals", "10001")]
    public void What_is_stated_only_where_it_is_not_the_default_is_not_stated_otherwise(string name, string value)
    {
        var pairs = PairsOf(_example with
        {
            Regularization = 2,
            SharedAudience = 1,
            WeeklyBudget = new Money(20),
            Repeat = Repeat.Once,
            Arrivals = 3,
        });
        Assert.NotNull(TryRead(pairs));
        pairs[pairs.FindIndex(pair => pair.Key == name)] = new(name, value);

        Assert.Null(TryRead(pairs));
    }

    [Fact]
    public void More_subscribers_than_members_can_be_numbered_make_it_no_statement()
    {
        var providers = _example.Providers.Select(provider => provider with { Customers = 333_334 }).ToList();

        Assert.NotNull(TryRead(PairsOf(_example with { Providers = [.. providers] })));
        Assert.Null(TryRead(PairsOf(_example with { Providers = [.. providers], SharedAudience = 0.1 })));
    }

    [Fact]
    public void A_pair_left_out_said_twice_moved_or_added_makes_it_no_statement()
    {
        var pairs = PairsOf(_example);
        Assert.NotNull(TryRead(pairs));
        for (var place = 0; place < pairs.Count; place++)
        {
            var (without, twice, moved, renamed) = (pairs.ToList(), pairs.ToList(), pairs.ToList(), pairs.ToList());
            without.RemoveAt(place);
            twice.Insert(place, pairs[place]);
            moved.RemoveAt(place);
            moved.Insert((place + 1) % pairs.Count, pairs[place]);
            renamed[place] = new(pairs[place].Key.ToUpperInvariant(), pairs[place].Value);

            Assert.All([without, twice, moved, renamed], changed => Assert.Null(TryRead(changed)));
        }

        Assert.Null(TryRead([.. pairs, new("weeks", "5")]));
        Assert.Null(TryRead([]));
    }

    [Fact]
    public void Other_numbers_of_providers_or_of_records_make_it_no_statement()
    {
        var statement = GenesisStatement.Of(_example);

        Assert.Null(GenesisStatement.TryReadOptions(Genesis(Samples.RulesFor(2, "Netflix", "Hulu"), statement)));
        Assert.Null(GenesisStatement.TryReadOptions(Genesis(Samples.RulesFor(2, "Netflix", "Hulu", "Prime", "Arte"), statement)));
        Assert.Null(GenesisStatement.TryReadOptions(Genesis(Samples.RulesFor(2, "Netflix", "Hulu", "Prime"))));
        Assert.Null(GenesisStatement.TryReadOptions(Genesis(Samples.RulesFor(2, "Netflix", "Hulu", "Prime"), statement, statement)));
        Assert.NotNull(GenesisStatement.TryReadOptions(Genesis(Samples.RulesFor(2, "Netflix", "Hulu", "Prime"), statement)));
    }

    [Fact]
    public void Every_truncation_is_refused_and_every_flipped_byte_is_refused_or_states_another_run()
    {
        var statement = GenesisStatement.Of(_example with { Providers = [new("Arte", 5)], Access = AccessRule.Own(1) });
        var rules = Samples.RulesFor(2, "Arte");
        Assert.NotNull(GenesisStatement.TryReadOptions(Genesis(rules, statement)));
        for (var place = 0; place < statement.Length; place++)
        {
            var flipped = statement.ToArray();
            flipped[place] ^= (byte)(1 << (place % 8));
            var read = GenesisStatement.TryReadOptions(Genesis(rules, flipped));
            Assert.True(read is null || GenesisStatement.Of(read).AsSpan().SequenceEqual(flipped));
            Assert.Null(GenesisStatement.TryReadOptions(Genesis(rules, statement[..place])));
        }
    }

    [Fact]
    public void Nothing_throws_on_noise()
    {
        Gen.Byte.Array[0, 60].Array[0, 3].Sample(records =>
        {
            Assert.Null(GenesisStatement.TryReadOptions(new Block(Samples.Header(0), Samples.Records(records), default, default)));
            Assert.Null(GenesisStatement.TryReadOptions(Genesis(Samples.Rules, records)));
        });
        Gen.Select(Pick.OneOf(PairsOf(_example).Select(pair => pair.Key).ToArray()), Gen.String[0, 9]).Array[0, 20]
            .Sample(pairs => Assert.Null(TryRead(pairs.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)))));
    }

    private static Gen<double> Fraction(double max) => Gen.OneOf(Gen.Double[0, max], Gen.Int[0, 100].Select(hundredths => hundredths * max / 100));

    private static List<KeyValuePair<string, string>> PairsOf(SimulationOptions options) => [.. GenesisStatement.PairsOf(options)];

    private static SimulationOptions? TryRead(IEnumerable<KeyValuePair<string, string>> pairs) => GenesisStatement.TryReadOptions(
        Genesis(Samples.RulesFor(2, "Netflix", "Hulu", "Prime"), [.. pairs.SelectMany(pair => Bytes(pair.Key).Concat(Bytes(pair.Value)))]));

    private static byte[] Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)bytes.Length);
        return [.. length, .. bytes];
    }

    private static Block GenesisOf(SimulationOptions options) =>
        Genesis(Samples.RulesFor(options.Difficulty.Bits, [.. options.Providers.Select(provider => provider.Name)]), GenesisStatement.Of(options));

    private static Block Genesis(ChainRules rules, params byte[][] statements) => new(
        new BlockHeader(rules.Difficulty, 0, 0, default, default, 0), Samples.Records([rules.GenesisRecord(), .. statements]), default, default);
}
