using System.Collections.Immutable;
using MovieChain.Learning;

namespace MovieChain.Simulation;

/// <summary>The table of recommenders. A new one needs a row here and the class that learns.</summary>
internal static class Recommenders
{
    private const string NothingToTrainOn =
        "No named order line is on the chain: there is nothing to train on, and everybody is offered the popular slate.";

    /// <summary>Matrix factorization of what was offered and bought.</summary>
    public static Recommender Mf { get; } = new()
    {
        Name = "mf",
        Meaning = "matrix factorization of what was offered and bought",
        CreateLearner = from => new MatrixFactorizationRecommender(from.Catalogue, from.Streams, from.Options.Rank, from.Options.Regularization, from.Validates),
        Settings = ["rank", "regularization"],
        NoteWithoutTraining = NothingToTrainOn,
    };

    /// <summary>All recommenders, in the order of the help.</summary>
    public static ImmutableArray<Recommender> All { get; } =
    [
        Mf,
        new()
        {
            Name = "popular",
            Meaning = "the films with the highest takings per offer, for everybody",
            CreateLearner = from => new PopularRecommender(from.Catalogue),
        },
        new()
        {
            Name = "random",
            Meaning = "a random slate every week",
            Note = "Random slates need no training.",
        },
        new()
        {
            Name = "oracle",
            Meaning = "the best slate there is, from the members' hidden tastes",
            CreateFromTruth = truth => new OracleSlates(truth.Oracle, truth.Catalogue, truth.Members, truth.WeeklyBudget),
            Note = "The oracle needs no training: it looks at the members' hidden tastes.",
        },
        new()
        {
            Name = "hybrid",
            Meaning = "regression of what was offered and bought on the films' public traits",
            CreateLearner = from => new HybridRecommender(from.Catalogue, from.Streams, from.Validates),
            NoteWithoutTraining = NothingToTrainOn,
        },
        new()
        {
            Name = "libmf",
            Meaning = "matrix factorization by the package Microsoft.ML.Recommender",
            CreateLearner = from => LibmfSupport.Create(from.Catalogue, from.Streams, from.Options.Rank),
            Settings = ["rank"],
            NoteWithoutTraining = NothingToTrainOn,
            IsBuiltIn = LibmfSupport.IsBuiltIn,
            FindFault = LibmfSupport.FindFault,
        },
    ];

    /// <summary>The names of those that this program was built with.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Where(row => row.IsBuiltIn).Select(row => row.Name)];

    /// <summary>The recommender of a name; null for an unknown name.</summary>
    public static Recommender? Find(string name) => All.FirstOrDefault(row => row.Name == name);
}
