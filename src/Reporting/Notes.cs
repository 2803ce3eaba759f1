using MovieChain.Simulation;

namespace MovieChain.Reporting;

/// <summary>What a reader should know before reading the numbers.</summary>
internal static class Notes
{
    /// <summary>The notes on a result, a sentence each.</summary>
    public static IEnumerable<string> On(SimulationResult result)
    {
        if (result.Options.Recommender is RecommenderKind.Oracle)
        {
            yield return "The oracle needs no training: it looks at the members' hidden tastes.";
        }

        if (result.Options.Recommender is RecommenderKind.Random)
        {
            yield return "Random slates need no training.";
        }

        if (result.Options.Recommender is RecommenderKind.Mf && result.Weeks.All(week => week.Providers.All(provider => provider.TrainingRows == 0)))
        {
            yield return "No named order line is on the chain: there is nothing to train on, and everybody is offered the popular slate.";
        }

        if (result.Fault is { } fault)
        {
            yield return $"The chain is not valid: block {fault.Height} has a fault of kind {fault.Kind}.";
        }
    }
}
