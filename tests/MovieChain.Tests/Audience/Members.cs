using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Tests.Audience;

/// <summary>Members to test with: drawn ones, and ones made by hand.</summary>
internal static class Members
{
    public static Population Draw(ulong seed, int count, int provider = 0, double consent = 0.9, int threads = 1) =>
        MemberGenerator.Generate(new RandomStreams(seed), ProviderId.At(provider), count, consent, new Workers(threads));

    /// <summary>Members with these balances who have the same taste for everything.</summary>
    public static Population WithBalances(params int[] balances) => Make([.. balances.Select(balance => new Money(balance))], taste: 100_000);

    /// <summary>That many members whose every taste is the same.</summary>
    public static Population WithTaste(int count, int taste) => Make([.. Enumerable.Repeat(new Money(5000), count)], taste);

    /// <summary>All that there is to know of every member, a line each.</summary>
    public static IReadOnlyList<string> Describe(Population population) =>
        [.. Enumerable.Range(0, population.Count).Select(member => $"{Character(population, member)} {population.Consents(member)}")];

    /// <summary>All but the consent of every member, a line each.</summary>
    public static IReadOnlyList<string> DescribeCharacters(Population population) =>
        [.. Enumerable.Range(0, population.Count).Select(member => Character(population, member))];

    public static IReadOnlyList<int> TastesOf(Population population, int criterion) =>
        [.. Enumerable.Range(0, population.Count).Select(member => population.Tastes(member)[criterion])];

    private static string Character(Population population, int member) =>
        $"{string.Join(' ', population.Tastes(member).ToArray())} {population.Threshold(member)} {population.Balance(member)} {population.Privacy(member)}";

    private static Population Make(Money[] balances, int taste) => new(
        ProviderId.At(0),
        [.. Enumerable.Repeat(taste, balances.Length * Criteria.Count)],
        [.. balances.Select(_ => new Population.Traits(Threshold: 50_000_000, Consents: true, Privacy: 0))],
        balances);
}
