using MovieChain.Simulation;

namespace MovieChain.Tests;

internal static class Named
{
    public static Recommender Recommender(string name) => Recommenders.Find(name)!;
}
