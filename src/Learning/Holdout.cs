using Microsoft.ML;
using Microsoft.ML.Data;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>
/// The pairs of a member and a film that a model is measured on. A pair that is held out once is held out in every week.
/// </summary>
/// <param name="streams">The simulation's chance.</param>
internal sealed class Holdout(RandomStreams streams)
{
    private const double Fraction = 0.15;

    private readonly MLContext _context = new(seed: 0);

    /// <summary>All pairs on record, in two parts: about 15 % to measure on, and those to learn from.</summary>
    public (PairTable HeldOut, PairTable Training) Split(Interactions interactions) => PairTable.Split(interactions, Contains);

    /// <summary>The root mean squared error of a model's predictions, within 0 to 1, of the labels held out.</summary>
    /// <param name="heldOut">The pairs held out, at least one.</param>
    /// <param name="model">A model with a row a member and a column a film.</param>
    public double Rmse(PairTable heldOut, FactorModel model)
    {
        var labels = new float[heldOut.Count];
        var scores = new float[heldOut.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            (var row, var film, labels[i]) = heldOut[i];
            var score = model.Score(row, film.Index);

            // Of a member or film that only held-out pairs know, the model knows no more than the mean. Evaluate would drop a NaN.
            scores[i] = Math.Clamp(float.IsNaN(score) ? model.Mean : score, 0, 1);
        }

        var scored = new ColumnarDataView(("Label", NumberDataViewType.Single, labels), ("Score", NumberDataViewType.Single, scores));
        return _context.Regression.Evaluate(scored).RootMeanSquaredError;
    }

    /// <summary>Whether a pair is held out.</summary>
    public bool Contains(MemberId member, FilmId film) => streams.For(StreamPurpose.Holdout, member, film).NextDouble() < Fraction;
}
