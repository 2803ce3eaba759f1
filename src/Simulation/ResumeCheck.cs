using System.Globalization;
using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Simulation;

/// <summary>Decides whether a run may continue a chain: both must have the same genesis statement.</summary>
internal static class ResumeCheck
{
    /// <summary>How many weeks a chain has begun.</summary>
    public static long WeeksOf(ChainFileSummary found)
    {
        var (weeks, rest) = Math.DivRem(found.Head.Time, Week.Seconds);
        return rest == 0 ? weeks : weeks + 1;
    }

    /// <summary>The first difference that forbids it, in words; null when there is none, or no block yet.</summary>
    public static string? FindDifference(ChainFileSummary found, SimulationOptions options)
    {
        if (found is not { Rules: { } rules, Genesis: { } genesis })
        {
            return null;
        }

        var expected = GenesisStatement.RulesOf(options, new SimulatedSecrets((ulong)options.Seed));
        return DifferenceOfRules(rules, expected)
            ?? DifferenceOfOptions(genesis, rules, options)
            ?? DifferenceOfKeys(rules, expected)
            ?? (WeeksOf(found) > options.Weeks
                ? string.Create(CultureInfo.InvariantCulture, $"weeks {options.Weeks}: must be a whole number from {WeeksOf(found)} to {Week.MaxNumber}, because the chain has reached week {WeeksOf(found)}")
                : null);
    }

    private static string? DifferenceOfRules(ChainRules found, ChainRules expected) =>
        Difference("providers", NamesOf(found), NamesOf(expected)) ?? Difference("difficulty", $"{found.Difficulty.Bits}", $"{expected.Difficulty.Bits}");

    private static string? DifferenceOfOptions(Block genesis, ChainRules rules, SimulationOptions options)
    {
        if (genesis.Records.Count < 2 || GenesisStatement.TryRead(genesis.Records[1]) is not { } stated)
        {
            return "the chain is not that of a run: its genesis block states no options";
        }

        var found = ByName(stated, rules);
        var expected = ByName(GenesisStatement.PairsOf(options), rules);
        return found.Keys.Union(expected.Keys)
            .Select(name => Difference(name, ValueOf(found, name), ValueOf(expected, name)))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string ValueOf(Dictionary<string, string> stated, string name) =>
        stated.GetValueOrDefault(name, GenesisStatement.ValueUnlessStated(name));

    private static string? DifferenceOfKeys(ChainRules found, ChainRules expected) => found.Authors
        .Zip(expected.Authors)
        .Select(pair =>
            Difference($"signing key of {pair.First.Name}", pair.First.SigningKey, pair.Second.SigningKey)
            ?? Difference($"agreement key of {pair.First.Name}", pair.First.AgreementKey, pair.Second.AgreementKey))
        .FirstOrDefault(difference => difference is not null);

    private static string? Difference(string name, PublicKey found, PublicKey expected) =>
        Difference(name, Convert.ToHexStringLower(found.Bytes), Convert.ToHexStringLower(expected.Bytes));

    private static string? Difference(string name, string found, string expected) =>
        found == expected ? null : $"the chain was begun with {name} {found}, not {expected}";

    private static string NamesOf(ChainRules rules) => string.Join(", ", rules.Authors.Select(author => author.Name));

    /// <summary>The values of a statement by name. Values stated for each provider carry the provider's name.</summary>
    private static Dictionary<string, string> ByName(IEnumerable<KeyValuePair<string, string>> pairs, ChainRules rules) => pairs
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .SelectMany(group => group.Key switch
        {
            GenesisStatement.Reads => [KeyValuePair.Create("access", AccessOf([.. group], rules))],
            "customers" => group.Zip(rules.Authors, (value, author) => KeyValuePair.Create($"customers of {author.Name}", value)),
            _ => group.Select(value => KeyValuePair.Create(group.Key, value)),
        })
        .DistinctBy(pair => pair.Key)
        .ToDictionary();

    /// <summary>The access rule of a statement in the form of the option; its raw text where it is malformed.</summary>
    private static string AccessOf(string[] owners, ChainRules rules)
    {
        var places = owners.Select(list => list.Split(',').Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var place) ? place : -1)).ToList();
        var names = rules.Authors.Select(author => author.Name).ToList();
        return places.Count == names.Count && places.All(list => list.All(place => place >= 0 && place < names.Count))
            ? AccessRule.From(places).Describe(names)
            : string.Join(' ', owners);
    }
}
