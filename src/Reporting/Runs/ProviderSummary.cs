using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Runs;

/// <summary>A provider's results over all weeks.</summary>
/// <param name="Name">The provider's name.</param>
/// <param name="Reads">The providers whose records it reads, itself included.</param>
/// <param name="Customers">How many members it has.</param>
/// <param name="Weeks">Its results of each week.</param>
internal sealed record ProviderSummary(string Name, ImmutableArray<string> Reads, int Customers, ImmutableArray<ProviderWeek> Weeks)
{
    public long Offered => Weeks.Sum(week => week.Offered);

    public long Bought => Weeks.Sum(week => week.Bought);

    /// <summary>The growth of the provider's balance.</summary>
    public Money Profit => Sum(week => week.Profit);

    /// <summary>The provider's balance at the end.</summary>
    public Money Balance => Weeks[^1].Balance;

    /// <summary>The most that could have been earned, week by week.</summary>
    public Money OracleProfit => Sum(week => week.Yardsticks.Oracle);

    /// <summary>What random slates would have earned, week by week.</summary>
    public Money RandomProfit => Sum(week => week.Yardsticks.Random);

    /// <summary>What the popular slate would have earned, week by week.</summary>
    public Money PopularProfit => Sum(week => week.Yardsticks.Popular);

    /// <summary>Mean profit per member and week, in units of money.</summary>
    public double TakingsPerMemberWeek => Profit.Units / ((double)Customers * Weeks.Length);

    /// <summary>The results of each provider of a simulation, in the providers' order.</summary>
    public static ImmutableArray<ProviderSummary> Of(SimulationResult result)
    {
        var providers = result.Options.Providers;
        return
        [
            .. providers.Select((provider, place) => new ProviderSummary(
                provider.Name,
                [.. result.Options.Access.ReadBy(place).Select(owner => providers[owner].Name)],
                provider.Customers,
                [.. result.Weeks.Select(week => week.Providers[place])])),
        ];
    }

    private Money Sum(Func<ProviderWeek, Money> amount) => Money.Sum(Weeks.Select(amount));
}
