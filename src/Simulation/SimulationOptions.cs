using System.Collections.Immutable;
using MovieChain.Exchange;
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

    public double Consent { get; init; } = Settings.Consent.Default;

    public double PrivacyStrictness { get; init; } = Settings.PrivacyStrictness.Default;

    public double Drift { get; init; } = Settings.Drift.Default;

    /// <summary>Whether records are sealed, so that only readers with a grant can open them. Decides no slate, order or profit.</summary>
    public bool Seal { get; init; } = true;

    /// <summary>The withdrawal of consent; null for none. Only sealed records can be withdrawn.</summary>
    public Revocation? Revoke { get; init; }

    public Recommender Recommender { get; init; } = Recommenders.Mf;

    public int Rank { get; init; } = Settings.Rank.Default;

    public double Regularization { get; init; } = Settings.Regularization.Default;

    public double SharedAudience { get; init; } = Settings.SharedAudience.Default;

    /// <summary>Null where only their balances limit what members spend.</summary>
    public Money? WeeklyBudget { get; init; }

    public Repeat Repeat { get; init; } = Repeat.Rent;

    public int Arrivals { get; init; } = Settings.Arrivals.Default;

    /// <summary>The providers, in the order in which they mine.</summary>
    public ImmutableArray<ProviderPlan> Providers { get; init; } = _defaultProviders;

    public AccessRule Access { get; init; } = AccessRule.Notebook(_defaultProviders.Length);

    public ImmutableArray<string> ProviderNames => [.. Providers.Select(provider => provider.Name)];
}
