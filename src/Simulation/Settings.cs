using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Learning;
using MovieChain.Ledger;

namespace MovieChain.Simulation;

/// <summary>The table of settings. The command line, scenario files, regimes, the axes of <c>value</c>, genesis, JSON documents and the help
/// loop over it. Rules between settings stand in <see cref="SettingRules"/>.</summary>
internal static class Settings
{
    public static NumberSetting<int> Weeks { get; } =
        new(new("weeks", 1, Week.MaxNumber, 20, "Weeks to simulate"), options => options.Weeks, (options, value) => options with { Weeks = value })
        {
            Stated = Statement.Never,
        };

    public static NumberSetting<int> Difficulty { get; } = new(
        new("difficulty", 0, Ledger.Difficulty.MaxBits, 8, "Leading zero bits that a block's hash must have"),
        options => options.Difficulty.Bits,
        (options, value) => options with { Difficulty = new Difficulty(value) })
    {
        Stated = Statement.Never,
        Scope = Scope.Chain,
    };

    /// <summary>At most the largest integer that every JSON reader keeps.</summary>
    public static NumberSetting<long> Seed { get; } = new(
        new("seed", 0, (1L << 53) - 1, 1, "Seed of all random draws"), options => options.Seed, (options, value) => options with { Seed = value })
    {
        Stated = Statement.Always,
    };

    /// <summary>Has no one value where providers differ. Genesis states the number of each provider.</summary>
    public static NumberSetting<int> Customers { get; } = new(
        new("customers", 1, 1_000_000, 100, "Members of each provider"),
        options => options.Providers.All(provider => provider.Customers == options.Providers[0].Customers) ? options.Providers[0].Customers : null,
        (options, value) => options with { Providers = [.. options.Providers.Select(provider => provider with { Customers = value })] })
    {
        Stated = Statement.Never,
        IsAxis = true,
    };

    public static NumberSetting<int> Films { get; } = new(
        new("films", 1, FilmId.MaxCount, 100, "Films in the catalogue"), options => options.Films, (options, value) => options with { Films = value })
    {
        Stated = Statement.Always,
    };

    public static NumberSetting<int> Slate { get; } = new(
        new("slate", 1, FilmId.MaxCount, 10, "Films offered to a member a week, at most --films"),
        options => options.Slate,
        (options, value) => options with { Slate = value })
    {
        Stated = Statement.Always,
        Scope = Scope.Ceiling,
        ShownDefault = "10, or --films if that is less",
    };

    public static NumberSetting<double> Consent { get; } = new(
        new("consent", 0, 1, 0.9, "Fraction of members who are on the chain by name"),
        options => options.Consent,
        (options, value) => options with { Consent = value })
    {
        Stated = Statement.Always,
        IsAxis = true,
    };

    public static NumberSetting<double> PrivacyStrictness { get; } = new(
        new("privacyStrictness", 0, 1, 0, "A member shares an order line with probability 1 - privacy level * strictness"),
        options => options.PrivacyStrictness,
        (options, value) => options with { PrivacyStrictness = value })
    {
        Stated = Statement.Always,
        Scope = Scope.Slates,
    };

    public static NumberSetting<double> Drift { get; } = new(
        new("drift", 0, 10, 1, "Scale of the weekly changes of tastes; 0 fixes them"), options => options.Drift, (options, value) => options with { Drift = value })
    {
        Stated = Statement.Always,
        Scope = Scope.Ceiling,
        IsAxis = true,
    };

    /// <summary>Names providers, so that only <see cref="SettingRules.WithAccess"/> can tell whether a text fits. Genesis states what each provider reads.</summary>
    public static TextSetting Access { get; } = new(
        "access",
        "Whose records a provider reads besides its own; notebook: those of all providers listed before it",
        "own|notebook|all|READER:OWNER,...",
        "own, notebook, all or pairs READER:OWNER",
        AccessRule.NotebookPreset,
        static _ => true,
        options => options.Access.Describe(options.ProviderNames),
        SettingRules.WithAccess)
    {
        Stated = Statement.Never,
        Scope = Scope.Slates,
    };

    public static FlagSetting Seal { get; } = new(
        "seal",
        "Leave records on the chain in the clear, for speed; slates, orders and profits are the same",
        options => options.Seal,
        (options, value) => options with { Seal = value })
    {
        Stated = Statement.Always,
        Scope = Scope.Chain,
    };

    public static TextSetting Revoke { get; } = new(
        "revoke",
        "Fraction of the consenting members who withdraw in a week; their records can then no longer be read",
        "FRACTION@WEEK",
        Revocation.Allowed,
        "nobody",
        text => Revocation.TryParse(text) is not null,
        options => options.Revoke?.ToString(),
        (options, text) => options with { Revoke = Revocation.TryParse(text) })
    {
        Stated = Statement.Always,
        Scope = Scope.Slates,
    };

    public static ChoiceSetting<Recommender> Recommender { get; } = new(
        "recommender",
        "How slates are made from the second week on",
        [.. Recommenders.All.Select(row => (row.Name, row))],
        options => options.Recommender,
        (options, value) => options with { Recommender = value },
        Recommenders.Names,
        row => row.FindFault())
    {
        Stated = Statement.Always,
        Scope = Scope.Slates,
    };

    public static NumberSetting<int> Rank { get; } = new(
        new("rank", 1, 256, 16, "Latent factors of the matrix factorization"), options => options.Rank, (options, value) => options with { Rank = value })
    {
        Stated = Statement.Always,
        Scope = Scope.Slates,
        TuningValues = ["4", "8", "16", "32"],
    };

    public static NumberSetting<double> Regularization { get; } = new(
        new("regularization", 0.01, 10_000, MatrixFactorizationRecommender.DefaultRegularization, "Penalty on the films' factors in the matrix factorization"),
        options => options.Regularization,
        (options, value) => options with { Regularization = value })
    {
        Scope = Scope.Slates,
        TuningValues = ["5", "15", "45"],
    };

    public static NumberSetting<double> SharedAudience { get; } = new(
        new("sharedAudience", 0, 1, 0, "Fraction of each provider's members who subscribe to all providers"),
        options => options.SharedAudience,
        (options, value) => options with { SharedAudience = value })
    {
        IsAxis = true,
    };

    public static NumberSetting<int> WeeklyBudget { get; } = new(
        new("weeklyBudget", 1, 1_000_000, 1_000_000, "The most that a member spends a week, over all providers together"),
        options => (int?)options.WeeklyBudget?.Units,
        (options, value) => options with { WeeklyBudget = new Money(value) },
        isOptional: true)
    {
        Scope = Scope.Ceiling,
    };

    public static ChoiceSetting<Repeat> Repeat { get; } = new(
        "repeat",
        "Whether a member can buy a film again every week, or only once",
        [("rent", MovieChain.Repeat.Rent), ("once", MovieChain.Repeat.Once)],
        options => options.Repeat,
        (options, value) => options with { Repeat = value })
    {
        Scope = Scope.Ceiling,
    };

    public static NumberSetting<int> Arrivals { get; } = new(
        new("arrivals", 0, FilmId.MaxCount, 0, $"New films a week; with --films at most {FilmId.MaxCount} in the last week"),
        options => options.Arrivals,
        (options, value) => options with { Arrivals = value });

    /// <summary>All settings, in the order of genesis, of documents and of the help. New ones are added at the end.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        Weeks, Difficulty, Seed, Customers, Films, Slate, Consent, PrivacyStrictness, Drift, Access, Seal, Revoke, Recommender, Rank, Regularization,
        SharedAudience, WeeklyBudget, Repeat, Arrivals,
    ];

    /// <summary>The setting of a name; null for an unknown name.</summary>
    public static Setting? Find(string name) => All.FirstOrDefault(setting => setting.Name == name);
}
