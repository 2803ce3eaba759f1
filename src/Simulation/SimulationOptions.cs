using System.Collections.Immutable;
using MovieChain.Ledger;

namespace MovieChain.Simulation;

/// <summary>All that decides the results of a simulation. The defaults are those of <see cref="Settings"/>, where each property has its row.</summary>
internal sealed record SimulationOptions
{
    private static readonly ImmutableArray<ProviderPlan> _defaultProviders = [new("Netflix", 100), new("Hulu", 100), new("Prime", 100)];

    public int Weeks { get; init; } = Settings.Weeks.Default;

    public Difficulty Difficulty { get; init; } = new(Settings.Difficulty.Default);

    public long Seed { get; init; } = Settings.Seed.Default;

    public int Films { get; init; } = Settings.Films.Default;

    public int Slate { get; init; } = Settings.Slate.Default;

    /// <summary>The fraction of members who consent to their orders being on the chain under their name.</summary>
    public double Consent { get; init; } = Settings.Consent.Default;

    /// <summary>How much a member's privacy level keeps back: each order line is shared with probability 1 − privacy × strictness.</summary>
    public double PrivacyStrictness { get; init; } = Settings.PrivacyStrictness.Default;

    public double Drift { get; init; } = Settings.Drift.Default;

    /// <summary>Whether records are sealed, so that only those who were granted can read them. It decides no slate, order or profit.</summary>
    public bool Seal { get; init; } = true;

    /// <summary>Who withdraws its consent, and when; null where nobody does. Only sealed records can be withdrawn.</summary>
    public Revocation? Revoke { get; init; }

    public Recommender Recommender { get; init; } = Recommenders.Mf;

    public int Rank { get; init; } = Settings.Rank.Default;

    public double Regularization { get; init; } = Settings.Regularization.Default;

    /// <summary>The fraction of each provider's members who subscribe to all providers.</summary>
    public double SharedAudience { get; init; } = Settings.SharedAudience.Default;

    /// <summary>The most that a member spends in a week, over all providers together; null where nothing but its balance binds it.</summary>
    public Money? WeeklyBudget { get; init; }

    /// <summary>How often a member can buy one film.</summary>
    public Repeat Repeat { get; init; } = Repeat.Rent;

    public int Arrivals { get; init; } = Settings.Arrivals.Default;

    /// <summary>The providers, in the order in which they mine.</summary>
    public ImmutableArray<ProviderPlan> Providers { get; init; } = _defaultProviders;

    /// <summary>Who reads whose records.</summary>
    public AccessRule Access { get; init; } = AccessRule.Notebook(_defaultProviders.Length);

    public ImmutableArray<string> ProviderNames => [.. Providers.Select(provider => provider.Name)];
}
