namespace MovieChain.Simulation;

/// <summary>What decides the slates from the second week on.</summary>
public enum RecommenderKind
{
    /// <summary>Matrix factorization of what was offered and bought.</summary>
    Mf,

    /// <summary>The films with the highest takings per offer, for everybody.</summary>
    Popular,

    /// <summary>A random slate every week.</summary>
    Random,

    /// <summary>The best slate there is, from the members' hidden tastes.</summary>
    Oracle,

    /// <summary>Factorization of what was offered and bought with the films' public traits as side features.</summary>
    Hybrid,

    /// <summary>Matrix factorization by the package Microsoft.ML.Recommender, where it was built in.</summary>
    Libmf,
}
