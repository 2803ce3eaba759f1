using MovieChain.Learning;

namespace MovieChain.Simulation;

/// <summary>The range, default and unit of every numeric option, said once for the command line, scenario files and documentation.</summary>
internal static class OptionRanges
{
    /// <summary>Weeks to simulate.</summary>
    public static OptionRange<int> Weeks { get; } = new("weeks", 1, Week.MaxNumber, 20, "Weeks to simulate");

    /// <summary>Proof-of-work difficulty.</summary>
    public static OptionRange<int> Difficulty { get; } =
        new("difficulty", 0, Ledger.Difficulty.MaxBits, 8, "Leading zero bits that a block's hash must have");

    /// <summary>The seed; at most the largest integer that every JSON reader keeps.</summary>
    public static OptionRange<long> Seed { get; } = new("seed", 0, (1L << 53) - 1, 1, "What all chance derives from");

    /// <summary>Members a provider.</summary>
    public static OptionRange<int> Customers { get; } = new("customers", 1, 1_000_000, 100, "Members of each provider's audience");

    /// <summary>Films in the catalogue.</summary>
    public static OptionRange<int> Films { get; } = new("films", 1, FilmId.MaxCount, 100, "Films in the catalogue");

    /// <summary>Films on a slate; besides, no more than the catalogue holds.</summary>
    public static OptionRange<int> Slate { get; } = new("slate", 1, FilmId.MaxCount, 10, "Films offered to a member a week, at most --films");

    /// <summary>Fraction who consent.</summary>
    public static OptionRange<double> Consent { get; } = new("consent", 0, 1, 0.9, "Fraction of members on the chain by name");

    /// <summary>Privacy strictness.</summary>
    public static OptionRange<double> PrivacyStrictness { get; } =
        new("privacyStrictness", 0, 1, 0, "An order line is shared with probability 1 - privacy * strictness");

    /// <summary>Drift of tastes.</summary>
    public static OptionRange<double> Drift { get; } = new("drift", 0, 10, 1, "Scale of the weekly moves of tastes");

    /// <summary>Rank of the matrix factorization.</summary>
    public static OptionRange<int> Rank { get; } = new("rank", 1, 256, 16, "Latent factors of the matrix factorization");

    /// <summary>Regularization of the matrix factorization.</summary>
    public static OptionRange<double> Regularization { get; } = new(
        "regularization", 0.01, 10_000, MatrixFactorizationRecommender.DefaultRegularization, "Penalty on the films' factors in the matrix factorization");

    /// <summary>Fraction of members who subscribe to all providers.</summary>
    public static OptionRange<double> SharedAudience { get; } =
        new("sharedAudience", 0, 1, 0, "Fraction of each provider's members who subscribe to all providers");

    /// <summary>What a member spends a week at most; unless something is said there is no such limit.</summary>
    public static OptionRange<int> WeeklyBudget { get; } =
        new("weeklyBudget", 1, 1_000_000, 1_000_000, "The most that a member spends a week, over all providers together");

    /// <summary>New films a week; besides, no more than the largest catalogue holds after all weeks.</summary>
    public static OptionRange<int> Arrivals { get; } =
        new("arrivals", 0, FilmId.MaxCount, 0, $"New films a week; with --films at most {FilmId.MaxCount} in the last week");

    /// <summary>Threads that share the work; they decide no result.</summary>
    public static OptionRange<int> Threads { get; } = new("threads", 1, 1024, Environment.ProcessorCount, "Threads that share the work");
}
