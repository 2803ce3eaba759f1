using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Market;
using MovieChain.Randomness;

namespace MovieChain.Simulation;

/// <summary>How slates are made from the second week on: a row of <see cref="Recommenders"/>.</summary>
internal sealed record Recommender
{
    /// <summary>The name that users write, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a few words.</summary>
    public required string Meaning { get; init; }

    /// <summary>Makes what learns from records; null where slates do not depend on records.</summary>
    public Func<LearnerInputs, IRecommender>? CreateLearner { get; init; }

    /// <summary>Makes slates from the hidden truth; null where slates are learned, or random.</summary>
    public Func<TruthInputs, ISlatePolicy>? CreateFromTruth { get; init; }

    /// <summary>The names of the settings that act on this recommender alone. <c>--tune</c> picks their values.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];

    /// <summary>A note for every report; null for no note.</summary>
    public string? Note { get; init; }

    /// <summary>A note for the report of a run without anything to train on; null for no note.</summary>
    public string? NoteWithoutTraining { get; init; }

    /// <summary>Whether this program was built with it.</summary>
    public bool IsBuiltIn { get; init; } = true;

    /// <summary>Finds out why it cannot be used on this machine, in words; null when it can.</summary>
    public Func<string?> FindFault { get; init; } = static () => null;

    /// <summary>Whether slates depend on the records that a provider reads.</summary>
    public bool Learns => CreateLearner is not null;

    public override string ToString() => Name;
}

/// <summary>What a learner is made from: nothing in it is hidden from a provider. Where it does not validate, it measures no error of
/// its predictions, which takes as long as training and decides no slate.</summary>
internal readonly record struct LearnerInputs(FilmCatalogue Catalogue, RandomStreams Streams, SimulationOptions Options, bool Validates);

/// <summary>The hidden truth of a week: among it the members of every provider, with their tastes and balances.</summary>
internal readonly record struct TruthInputs(Oracle Oracle, FilmCatalogue Catalogue, ImmutableArray<Population> Members, Money? WeeklyBudget);
