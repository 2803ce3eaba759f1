using System.Buffers;
using MovieChain.Catalogue;

namespace MovieChain.Learning;

/// <summary>
/// Ranks films for each member by <see cref="SlateIndex"/>. The probability of purchase is the model's prediction, blended with the member's
/// own last decision about the film. Films sold to the member for good come last. Members without records get the model's cold-start ranking.
/// </summary>
internal sealed class LearnedSlates(Interactions interactions, FilmCatalogue catalogue, IPurchaseModel model) : ISlatePolicy
{
    private readonly Persistence _persistence = Persistence.Of(interactions);
    private readonly FilmId[] _coldStart = model.RankForColdStart();
    private readonly float _weeksAhead = interactions.Repeat == Repeat.Rent ? model.WeeksAhead : 0;

    public void FillSlate(MemberId member, Week week, Span<FilmId> slate)
    {
        var pairs = interactions.TryGetRow(member, out var row) ? interactions.Row(row) : [];
        if (pairs.IsEmpty)
        {
            ColdStart.FillSlate(_coldStart, interactions.Repeat, week, slate);
            return;
        }

        var decisionBuffer = ArrayPool<WeightedDecision>.Shared.Rent(pairs.Length);
        var valueBuffer = ArrayPool<float>.Shared.Rent(interactions.FilmCount);
        var decisions = decisionBuffer.AsSpan(0, pairs.Length);
        var values = valueBuffer.AsSpan(0, interactions.FilmCount);
        for (var i = 0; i < pairs.Length; i++)
        {
            decisions[i] = _persistence.Weigh(pairs[i], week);
        }

        model.Predict(row, decisions, values);
        foreach (var decision in decisions)
        {
            values[decision.Film.Index] = decision.Blend(values[decision.Film.Index]);
        }

        for (var film = 0; film < values.Length; film++)
        {
            values[film] = SlateIndex.Of(Math.Clamp(values[film], 0, 1), catalogue.Price(FilmId.At(film)).Units, _weeksAhead);
        }

        foreach (var pair in pairs)
        {
            if (interactions.IsSold(pair))
            {
                values[pair.Film.Index] = -1;
            }
        }

        SlateRanking.Best(values, slate);
        ArrayPool<float>.Shared.Return(valueBuffer);
        ArrayPool<WeightedDecision>.Shared.Return(decisionBuffer);
    }
}
