using MovieChain.Exchange;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>Which providers cannot notice the difference between two regimes: what they earn must be the same to the last unit.</summary>
internal static class Placebo
{
    /// <summary>
    /// Whether a provider's profits must be the same under two regimes: they differ in nothing but who reads whom, and neither what the
    /// provider reads differs nor what those read whose records it reads, and so on. With members who subscribe to several providers nobody
    /// is out of reach of the others' slates, so that none may read otherwise; but where slates are made without records, nobody's differ.
    /// </summary>
    /// <param name="left">A regime.</param>
    /// <param name="right">Another.</param>
    /// <param name="provider">The provider's place.</param>
    public static bool Is(SimulationOptions left, SimulationOptions right, int provider)
    {
        if (!MarketStatement.AreSameButForAccess(left, right))
        {
            return false;
        }

        var within = left.SharedAudience == 0 ? ReachedBy(provider, left.Access) : Enumerable.Range(0, left.Providers.Length);
        return !left.Recommender.Learns
            || within.All(reader => left.Access.ReadBy(reader).SequenceEqual(right.Access.ReadBy(reader)));
    }

    /// <summary>The provider, those whose records it reads, those whose records these read, and so on.</summary>
    private static HashSet<int> ReachedBy(int provider, AccessRule access)
    {
        HashSet<int> reached = [provider];
        var next = new Queue<int>(reached);
        while (next.TryDequeue(out var reader))
        {
            foreach (var owner in access.ReadBy(reader).Where(reached.Add))
            {
                next.Enqueue(owner);
            }
        }

        return reached;
    }
}
