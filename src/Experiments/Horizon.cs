using System.Collections.Immutable;

namespace MovieChain.Experiments;

/// <summary>Some weeks of a run.</summary>
/// <param name="Name">In words: <c>all weeks</c>, <c>first 5 weeks</c>, <c>last 5 weeks</c>.</param>
/// <param name="First">The first week, from 1.</param>
/// <param name="Last">The last week.</param>
internal sealed record Horizon(string Name, int First, int Last)
{
    /// <summary>Weeks in the first and in the last part of a run.</summary>
    public const int Brief = 5;

    /// <summary>All weeks of a run; then its first and last weeks where the run is longer.</summary>
    public static ImmutableArray<Horizon> Of(int weeks)
    {
        var all = new Horizon("all weeks", 1, weeks);
        return weeks <= Brief ? [all] : [all, new Horizon($"first {Brief} weeks", 1, Brief), new Horizon($"last {Brief} weeks", weeks - Brief + 1, weeks)];
    }
}
