using Microsoft.ML;
using Microsoft.ML.Data;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>The pairs of a member and a film held out for validation. A pair is held out in every week or in none.</summary>
internal sealed class Holdout(RandomStreams streams)
{
    private const double Fraction = 0.15;

    private readonly MLContext _context = new(seed: 0);

    /// <summary>Splits all pairs: about 15 % are held out, the others are for training.</summary>
    public (PairTable HeldOut, PairTable Training) Split(Interactions interactions) => PairTable.Split(interactions, Contains);

    /// <summary>The root mean squared error of a model's predictions, clamped to 0 to 1, on at least one held-out pair.</summary>
    public double Rmse(PairTable heldOut, FactorModel model)
    {
        var labels = new float[heldOut.Count];
        var scores = new float[heldOut.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            (var row, var film, labels[i]) = heldOut[i];
            var score = model.Score(row, film.Index);

            // A member or film without training pairs gets the mean: Evaluate would drop a NaN.
            scores[i] = Math.Clamp(float.IsNaN(score) ? model.Mean : score, 0, 1);
        }

        var scored = new ColumnarDataView(("Label", NumberDataViewType.Single, labels), ("Score", NumberDataViewType.Single, scores));
        return _context.Regression.Evaluate(scored).RootMeanSquaredError;
    }

    public bool Contains(MemberId member, FilmId film) => streams.For(StreamPurpose.Holdout, member, film).NextDouble() < Fraction;
}
