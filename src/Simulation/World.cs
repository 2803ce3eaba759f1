using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Simulation;

/// <summary>What chance has drawn before the first week: the films and the people. Immutable, so that runs under different rules can
/// share one.</summary>
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

    /// <summary>Each provider's members.</summary>
    internal ImmutableArray<Population> Members { get; }

    /// <summary>Who subscribes to whom.</summary>
    internal Subscriptions Subscriptions { get; }

    /// <summary>Draws the world of a simulation.</summary>
    /// <param name="options">The simulation.</param>
    /// <param name="workers">Who does the work; it decides nothing.</param>
    public static World Draw(SimulationOptions options, Workers workers)
    {
        var streams = new RandomStreams((ulong)options.Seed);
        var members = options.Providers.Select(
            (plan, p) => MemberGenerator.Generate(streams, ProviderId.At(p), plan.Customers, options.Consent, workers));
        var releases = new Releases(options.Films, options.Arrivals);
        return new World(
            options, FilmGenerator.Generate(streams, releases.By(LastWeekOf(options)), releases), [.. members], SubscriptionsOf(options, streams));
    }

    /// <summary>Whether another simulation would draw the same world.</summary>
    public bool IsThatOf(SimulationOptions options)
    {
        return options.Seed == _options.Seed && AreAlike(options, _options);
    }

    /// <summary>Whether two simulations of one seed draw the same world.</summary>
    public static bool AreAlike(SimulationOptions left, SimulationOptions right)
    {
        var isEndless = left.Arrivals == 0 && right.Arrivals == 0;
        return Settings.All
            .Where(setting => setting.Scope == Scope.World && setting != Settings.Seed && (setting != Settings.Weeks || !isEndless))
            .All(setting => setting.IsSame(left, right))
            && left.Providers.Select(plan => plan.Customers).SequenceEqual(right.Providers.Select(plan => plan.Customers));
    }

    /// <summary>Who subscribes to whom in a simulation.</summary>
    internal static Subscriptions SubscriptionsOf(SimulationOptions options, RandomStreams streams) =>
        Subscriptions.Draw(streams, options.Providers.Select(plan => plan.Customers), options.SharedAudience);

    /// <summary>The week that the last training makes ready for, though it does not come any more: the films that come out in it have to be there.</summary>
    private static Week LastWeekOf(SimulationOptions options) => new(options.Weeks + 1);
}
