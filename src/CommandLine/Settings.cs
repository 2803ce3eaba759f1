using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Exchange;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>What a user has said about a simulation, on the command line or in a scenario file; null where nothing was said.</summary>
internal sealed record Settings
{
    /// <summary>How many films a provider can offer a week: more do not fit into the memory of the machines that this is for.</summary>
    private const long MaxOffersAWeek = 100_000_000;

    public int? Weeks { get; init; }

    public int? Difficulty { get; init; }

    public long? Seed { get; init; }

    public int? Customers { get; init; }

    public int? Films { get; init; }

    public int? Slate { get; init; }

    public double? Consent { get; init; }

    public double? PrivacyStrictness { get; init; }

    public double? Drift { get; init; }

    public Recommender? Recommender { get; init; }

    public int? Rank { get; init; }

    public double? Regularization { get; init; }

    public double? SharedAudience { get; init; }

    public int? WeeklyBudget { get; init; }

    public Repeat? Repeat { get; init; }

    public int? Arrivals { get; init; }

    public string? Access { get; init; }

    public bool? Seal { get; init; }

    public Revocation? Revoke { get; init; }

    public ImmutableArray<ProviderSettings>? Providers { get; init; }

    /// <summary>These settings, and where they say nothing those of another.</summary>
    public Settings Over(Settings other) => new()
    {
        Weeks = Weeks ?? other.Weeks,
        Difficulty = Difficulty ?? other.Difficulty,
        Seed = Seed ?? other.Seed,
        Films = Films ?? other.Films,
        Slate = Slate ?? other.Slate,
        Consent = Consent ?? other.Consent,
        PrivacyStrictness = PrivacyStrictness ?? other.PrivacyStrictness,
        Drift = Drift ?? other.Drift,
        Recommender = Recommender ?? other.Recommender,
        Rank = Rank ?? other.Rank,
        Regularization = Regularization ?? other.Regularization,
        SharedAudience = SharedAudience ?? other.SharedAudience,
        WeeklyBudget = WeeklyBudget ?? other.WeeklyBudget,
        Repeat = Repeat ?? other.Repeat,
        Arrivals = Arrivals ?? other.Arrivals,
        Customers = Customers ?? other.Customers,
        Access = Access ?? other.Access,
        Seal = Seal ?? other.Seal,
        Revoke = Revoke ?? other.Revoke,

        // A number of customers or an access rule for all replaces what the other says of single providers.
        Providers = Providers ?? other.Providers?
            .Select(provider => provider with
            {
                Customers = Customers is null ? provider.Customers : null,
                Reads = Access is null ? provider.Reads : null,
            })
            .ToImmutableArray(),
    };

    /// <summary>The simulation that was asked for, with the defaults where nothing was said.</summary>
    /// <exception cref="InvalidInputException">The settings do not fit each other.</exception>
    public SimulationOptions ToOptions()
    {
        var defaults = new SimulationOptions();
        var films = Films ?? defaults.Films;
        var slate = Slate ?? Math.Min(defaults.Slate, films);
        if (slate > films)
        {
            throw new InvalidInputException($"slate {slate}: must be a whole number from 1 to {films}, the number of films");
        }

        var weeks = Weeks ?? defaults.Weeks;
        var mostArrivals = weeks == 1 ? FilmId.MaxCount : (FilmId.MaxCount - films) / (weeks - 1);
        if (Arrivals > mostArrivals)
        {
            throw new InvalidInputException(
                $"arrivals {Arrivals}: must be a whole number from 0 to {mostArrivals}, so that {films} films become at most {FilmId.MaxCount} in {weeks} weeks");
        }

        var providers = Providers ?? [.. defaults.Providers.Select(provider => new ProviderSettings(provider.Name, null, null))];
        var customers = providers.Select(provider => provider.Customers ?? Customers ?? OptionRanges.Customers.Default).ToList();
        CheckSize(customers, slate);

        var seal = Seal ?? defaults.Seal;
        if (Revoke is not null && !seal)
        {
            throw new InvalidInputException($"revoke {Revoke}: what is on the chain in the clear cannot be withdrawn; leave records sealed");
        }

        return new SimulationOptions
        {
            Weeks = weeks,
            Difficulty = new Difficulty(Difficulty ?? defaults.Difficulty.Bits),
            Seed = Seed ?? defaults.Seed,
            Films = films,
            Slate = slate,
            Consent = Consent ?? defaults.Consent,
            PrivacyStrictness = PrivacyStrictness ?? defaults.PrivacyStrictness,
            Drift = Drift ?? defaults.Drift,
            Seal = seal,
            Revoke = Revoke,
            Recommender = Recommender ?? defaults.Recommender,
            Rank = Rank ?? defaults.Rank,
            Regularization = Regularization ?? defaults.Regularization,
            SharedAudience = SharedAudience ?? defaults.SharedAudience,
            WeeklyBudget = WeeklyBudget is { } budget ? new Money(budget) : null,
            Repeat = Repeat ?? defaults.Repeat,
            Arrivals = Arrivals ?? defaults.Arrivals,
            Providers = [.. providers.Zip(customers, (provider, members) => new ProviderPlan(provider.Name, members))],
            Access = AccessAmong(providers),
        };
    }

    private void CheckSize(List<int> customers, int slate)
    {
        var isShared = SharedAudience > 0;
        var together = customers.Sum(members => (long)members);
        if (isShared && together > SimulationOptions.MaxSharingMembers)
        {
            throw new InvalidInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"customers {together} of all providers with sharedAudience {SharedAudience}: a provider can have at most {SimulationOptions.MaxSharingMembers} subscribers"));
        }

        var subscribers = isShared ? together : customers.Max();
        if (subscribers * slate > MaxOffersAWeek)
        {
            throw new InvalidInputException(string.Create(
                CultureInfo.InvariantCulture, $"customers {subscribers} with slate {slate}: a provider can offer at most {MaxOffersAWeek} films a week"));
        }
    }

    private AccessRule AccessAmong(ImmutableArray<ProviderSettings> providers)
    {
        var names = providers.Select(provider => provider.Name).ToList();
        if (providers.Any(provider => provider.Reads is not null))
        {
            return AccessRule.From(providers.Select(provider => (provider.Reads ?? []).Select(owner => PlaceOf(owner, provider)).ToList()).ToList());
        }

        var text = Access ?? AccessRule.NotebookPreset;
        return AccessRule.TryParse(text, names, out var rule, out var fault)
            ? rule
            : throw new InvalidInputException($"access {text}: {fault}");

        int PlaceOf(string owner, ProviderSettings reader)
        {
            var place = AccessRule.PlaceOf(owner, names);
            return place >= 0
                ? place
                : throw new InvalidInputException($"{reader.Name} reads '{owner}': there is no such provider; there are {string.Join(", ", names)}");
        }
    }
}

/// <summary>What a scenario says of a provider.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Customers">How many members it has; null where nothing is said.</param>
/// <param name="Reads">Whose records it reads besides its own; null where nothing is said.</param>
internal sealed record ProviderSettings(string Name, int? Customers, ImmutableArray<string>? Reads);
