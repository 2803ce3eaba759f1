using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Simulation;

/// <summary>All that is drawn before the first week: films, members and subscriptions. Immutable, so that regimes can share it.</summary>
internal sealed class World
{
    private readonly SimulationOptions _options;

    private World(SimulationOptions options, FilmCatalogue catalogue, ImmutableArray<Population> members, Subscriptions subscriptions)
    {
        _options = options;
        Catalogue = catalogue;
        Members = members;
        Subscriptions = subscriptions;
    }

    internal FilmCatalogue Catalogue { get; }

    /// <summary>The members of each provider.</summary>
    internal ImmutableArray<Population> Members { get; }

    internal Subscriptions Subscriptions { get; }

    public static World Draw(SimulationOptions options, Workers workers)
    {
        var streams = new RandomStreams((ulong)options.Seed);
        var members = options.Providers.Select(
            (plan, p) => MemberGenerator.Generate(streams, ProviderId.At(p), plan.Customers, options.Consent, workers));
        var releases = new Releases(options.Films, options.Arrivals);
        return new World(
            options, FilmGenerator.Generate(streams, releases.By(LastWeekOf(options)), releases), [.. members], SubscriptionsOf(options, streams));
    }

    /// <summary>Whether a simulation would draw this world.</summary>
    public bool IsThatOf(SimulationOptions options) => options.Seed == _options.Seed && AreAlike(options, _options);

    /// <summary>Whether two simulations of one seed draw the same world.</summary>
    public static bool AreAlike(SimulationOptions left, SimulationOptions right)
    {
        // Without arrivals the catalogue does not depend on the number of weeks.
        var hasArrivals = left.Arrivals > 0 || right.Arrivals > 0;
        return Settings.All
            .Where(setting => setting.Scope == Scope.World && setting != Settings.Seed && (setting != Settings.Weeks || hasArrivals))
            .All(setting => setting.IsSame(left, right))
            && left.Providers.Select(plan => plan.Customers).SequenceEqual(right.Providers.Select(plan => plan.Customers));
    }

    internal static Subscriptions SubscriptionsOf(SimulationOptions options, RandomStreams streams) =>
        Subscriptions.Draw(streams, options.Providers.Select(plan => plan.Customers), options.SharedAudience);

    /// <summary>The week after the last: the last training prepares for it, so its films must exist.</summary>
    private static Week LastWeekOf(SimulationOptions options) => new(options.Weeks + 1);
}
