using MovieChain.Exchange;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>Which providers two regimes do not affect: their profits must be equal to the last unit.</summary>
internal static class Placebo
{
    /// <summary>
    /// Whether a provider's profits must be the same under two regimes: they differ only in who reads whom, and access is equal
    /// for the provider and for everyone it reads from, directly or through others. Where members subscribe to several providers, rivals' slates
    /// affect every provider, so access must be equal for all. Where slates are made without records, no setting that decides what is on record has an effect.
    /// </summary>
    public static bool Is(SimulationOptions left, SimulationOptions right, int provider)
    {
        if (!left.Recommender.Learns)
        {
            return MarketStatement.AreSameButFor(SettingRules.ConcernsRecords, left, right);
        }

        if (!MarketStatement.AreSameButFor(setting => setting == Settings.Access, left, right))
        {
            return false;
        }

        var within = left.SharedAudience == 0 ? ReachedBy(provider, left.Access) : Enumerable.Range(0, left.Providers.Length);
        return within.All(reader => left.Access.ReadBy(reader).SequenceEqual(right.Access.ReadBy(reader)));
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
