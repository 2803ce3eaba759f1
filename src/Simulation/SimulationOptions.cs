using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Ledger;

namespace MovieChain.Simulation;

/// <summary>All that decides the results of a simulation. How many threads work on it does not.</summary>
internal sealed record SimulationOptions
{
    private static readonly ImmutableArray<ProviderPlan> _defaultProviders = [new("Netflix", 100), new("Hulu", 100), new("Prime", 100)];

    /// <summary>How many weeks are simulated.</summary>
    public int Weeks { get; init; } = OptionRanges.Weeks.Default;

    /// <summary>How many leading zero bits a block's hash must have.</summary>
    public Difficulty Difficulty { get; init; } = new(OptionRanges.Difficulty.Default);

    /// <summary>What all chance derives from.</summary>
    public long Seed { get; init; } = OptionRanges.Seed.Default;

    /// <summary>How many films the catalogue holds.</summary>
    public int Films { get; init; } = OptionRanges.Films.Default;

    /// <summary>How many films a member is offered a week.</summary>
    public int Slate { get; init; } = OptionRanges.Slate.Default;

    /// <summary>The fraction of members who consent to their orders being on the chain under their name.</summary>
    public double Consent { get; init; } = OptionRanges.Consent.Default;

    /// <summary>How much a member's privacy level keeps back: each order line is shared with probability 1 − privacy × strictness.</summary>
    public double PrivacyStrictness { get; init; } = OptionRanges.PrivacyStrictness.Default;

    /// <summary>The scale of all weekly moves of tastes.</summary>
    public double Drift { get; init; } = OptionRanges.Drift.Default;

    /// <summary>Whether records are sealed, so that only those who were granted can read them. It decides no slate, order or profit.</summary>
    public bool Seal { get; init; } = true;

    /// <summary>Who withdraws its consent, and when; null where nobody does. Only sealed records can be withdrawn.</summary>
    public Revocation? Revoke { get; init; }

    /// <summary>What decides the slates.</summary>
    public Recommender Recommender { get; init; } = Recommenders.Mf;

    /// <summary>How many latent factors the matrix factorization has.</summary>
    public int Rank { get; init; } = OptionRanges.Rank.Default;

    /// <summary>The penalty on the films' factors in the matrix factorization.</summary>
    public double Regularization { get; init; } = OptionRanges.Regularization.Default;

    /// <summary>The fraction of each provider's members who subscribe to all providers.</summary>
    public double SharedAudience { get; init; } = OptionRanges.SharedAudience.Default;

    /// <summary>The most that a member spends in a week, over all providers together; null where nothing but its balance binds it.</summary>
    public Money? WeeklyBudget { get; init; }

    /// <summary>How often a member can buy one film.</summary>
    public Repeat Repeat { get; init; } = Repeat.Rent;

    /// <summary>How many new films join the catalogue each week from the second on.</summary>
    public int Arrivals { get; init; } = OptionRanges.Arrivals.Default;

    /// <summary>The providers, in the order in which they mine.</summary>
    public ImmutableArray<ProviderPlan> Providers { get; init; } = _defaultProviders;

    /// <summary>Who reads whose records.</summary>
    public AccessRule Access { get; init; } = AccessRule.Notebook(_defaultProviders.Length);

    /// <summary>The most members that all providers together may have where some of them subscribe to all providers: a provider's
    /// subscribers are numbered like the members of one.</summary>
    public static int MaxSharingMembers => OptionRanges.Customers.Max;

    /// <summary>How many members all providers have together.</summary>
    public long TotalCustomers => Providers.Sum(provider => (long)provider.Customers);

    /// <summary>Whether no provider can have more subscribers than <see cref="MaxSharingMembers"/>.</summary>
    public bool IsAudienceBounded => SharedAudience == 0 || TotalCustomers <= MaxSharingMembers;
}
