using System.Collections.Immutable;

namespace MovieChain.Simulation;

/// <summary>The results of a week.</summary>
/// <param name="Week">The week.</param>
/// <param name="Providers">The results of each provider.</param>
internal sealed record WeekResult(Week Week, ImmutableArray<ProviderWeek> Providers)
{
    /// <summary>The overlap of the slates of every two providers, 0 to 1: first and second, first and third, ..., second and third. See <see cref="Market.Exposure"/>.</summary>
    public ImmutableArray<double> SlateOverlaps { get; init; } = [];
}

/// <summary>The results of a week for one provider.</summary>
/// <param name="Offered">Films offered.</param>
/// <param name="Bought">Films bought.</param>
/// <param name="Profit">The growth of the provider's balance.</param>
/// <param name="Balance">The provider's balance at the end of the week.</param>
/// <param name="Yardsticks">What other slates would have earned from the same members in the same week.</param>
/// <param name="TrainingRows">Order lines that the model trained at the end of the week has learned from.</param>
/// <param name="ValidationRmse">The error of a model trained in the same way on 85 % of the pairs of member and film, measured on the
/// others; null where nothing is trained.</param>
/// <param name="Consenting">Own members on the chain by name at the end of the week.</param>
/// <param name="Withdrawn">Own members who withdrew their consent in the week.</param>
internal sealed record ProviderWeek(
    long Offered,
    long Bought,
    Money Profit,
    Money Balance,
    Yardsticks Yardsticks,
    long TrainingRows,
    double? ValidationRmse,
    int Consenting,
    int Withdrawn);

/// <summary>What other slates would have earned from the same subscribers in the same week, with the slates of other providers unchanged.</summary>
/// <param name="Oracle">The most that any slates could have earned.</param>
/// <param name="Random">What random slates would have earned.</param>
/// <param name="Popular">What the slate of the films with the highest takings per offer would have earned.</param>
internal readonly record struct Yardsticks(Money Oracle, Money Random, Money Popular);
