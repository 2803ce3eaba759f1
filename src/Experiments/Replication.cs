using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>One seed, run under every regime of a study.</summary>
/// <param name="Number">The replication's number, from 1.</param>
/// <param name="Seed">Its seed: <c>--seed</c> with it gives the same profits again.</param>
/// <param name="Outcomes">Its results under each regime, in the study's order.</param>
internal sealed record Replication(int Number, long Seed, ImmutableArray<Outcome> Outcomes);

/// <summary>The results of one run.</summary>
/// <param name="Providers">What each provider earned.</param>
/// <param name="SlateOverlaps">The overlap of the slates of each pair of providers, 0 to 1, averaged over the weeks: first and second, first and third, ...,
/// second and third.</param>
internal sealed record Outcome(ImmutableArray<Earnings> Providers, ImmutableArray<double> SlateOverlaps)
{
    internal static Outcome Of(ImmutableArray<WeekResult> weeks)
    {
        var providers = Enumerable.Range(0, weeks[0].Providers.Length).Select(p => new Earnings(
            [.. weeks.Select(week => week.Providers[p].Profit)],
            [.. weeks.Select(week => week.Providers[p].Yardsticks.Oracle)],
            [.. weeks.Select(week => week.Providers[p].Yardsticks.Random)],
            weeks[^1].Providers[p].Consenting));
        var overlaps = Enumerable.Range(0, weeks[0].SlateOverlaps.Length).Select(pair => weeks.Sum(week => week.SlateOverlaps[pair]) / weeks.Length);
        return new Outcome([.. providers], [.. overlaps]);
    }
}

/// <summary>What a provider earned, week by week, and what it could have earned.</summary>
/// <param name="Profits">The growth of its balance.</param>
/// <param name="Oracle">The most that it could have earned from the same members, as they were, in that week.</param>
/// <param name="Random">What random slates would have earned.</param>
/// <param name="Consenting">Members who consent at the end of the last week.</param>
internal sealed record Earnings(ImmutableArray<Money> Profits, ImmutableArray<Money> Oracle, ImmutableArray<Money> Random, int Consenting)
{
    /// <summary>The growth of the balance over all weeks.</summary>
    public Money Profit => Money.Sum(Profits);

    /// <summary>The growth of the balance over some weeks.</summary>
    public Money ProfitOf(Horizon horizon) => Sum(Profits, horizon);

    /// <summary>The most that could have been earned in these weeks.</summary>
    public Money OracleOf(Horizon horizon) => Sum(Oracle, horizon);

    /// <summary>What random slates would have earned in these weeks.</summary>
    public Money RandomOf(Horizon horizon) => Sum(Random, horizon);

    private static Money Sum(ImmutableArray<Money> weeks, Horizon horizon) => Money.Sum(weeks[(horizon.First - 1)..horizon.Last]);
}
