using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.Recommender;
using MovieChain.Catalogue;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>
/// Matrix factorization of decisions by LIBMF, a native library in the package Microsoft.ML.Recommender. Each week's training starts at
/// random: LIBMF has no warm start. It runs on one thread, for only then it gives the same model again on the same platform.
/// </summary>
/// <remarks>Source: Chin, Zhuang, Juan, Lin, "A Learning-rate Schedule for Stochastic Gradient Methods to Matrix Factorization",
/// PAKDD 2015.</remarks>
/// <param name="catalogue">The films with their prices.</param>
/// <param name="streams">The random streams: they decide which pairs are held out. LIBMF has a fixed seed of its own.</param>
/// <param name="rank">How many latent factors, 1 to 256.</param>
internal sealed class LibmfRecommender(FilmCatalogue catalogue, RandomStreams streams, int rank) : ModelRecommender<FactorModel>(catalogue, validates: true)
{
    private readonly Holdout _holdout = new(streams);

    /// <summary>Why training fails on this machine, in words; null when it works. The package has the native library for some
    /// platforms only.</summary>
    public static string? FindFault()
    {
        var pair = new ColumnarDataView(
            ("Member", new KeyDataViewType(typeof(uint), 1), new uint[] { 1 }),
            ("Film", new KeyDataViewType(typeof(uint), 1), new uint[] { 1 }),
            ("Label", NumberDataViewType.Single, new float[] { 1 }));
        try
        {
            using var trained = Train(pair, rank: 1);
            return null;
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            return $"the native library of Microsoft.ML.Recommender, or one that it needs, cannot be loaded on {RuntimeInformation.RuntimeIdentifier}";
        }
    }

    protected override FactorModel Fit(Interactions sample, FactorModel? before, Workers workers) => Fit(PairTable.All(sample), workers);

    protected override (FactorModel? Model, double? Rmse) Validate(Interactions sample, FactorModel? before, Workers workers)
    {
        var (heldOut, training) = _holdout.Split(sample);
        if (training.Count == 0 || heldOut.Count == 0)
        {
            return (null, null);
        }

        var model = Fit(training, workers);
        return (model, _holdout.Rmse(heldOut, model));
    }

    protected override IPurchaseModel CreatePurchaseModel(Interactions interactions, FactorModel model) =>
        new PurchaseModel(interactions, Catalogue, model);

    /// <summary>Trains LIBMF; options not named here have LIBMF's defaults. Its default of Lambda, 0.1, shrinks the factors of purchases
    /// too much.</summary>
    internal static MatrixFactorizationPredictionTransformer Train(IDataView pairs, int rank) =>
        new MLContext(seed: 0).Recommendation().Trainers.MatrixFactorization(new MatrixFactorizationTrainer.Options
        {
            MatrixColumnIndexColumnName = "Member",
            MatrixRowIndexColumnName = "Film",
            LabelColumnName = "Label",
            LossFunction = MatrixFactorizationTrainer.LossFunctionType.SquareLossRegression,
            ApproximationRank = rank,
            NumberOfIterations = 20,
            LearningRate = 0.1,
            Lambda = 0.01,
            NumberOfThreads = 1,
            Quiet = true,
        }).Fit(pairs);

    /// <summary>LIBMF's factors, without biases. LIBMF gives NaN for a member or film without data; here its factors are 0.</summary>
    internal static FactorModel FactorsOf(MatrixFactorizationModelParameters found, float mean)
    {
        var rank = found.ApproximationRank;
        var model = new FactorModel(rank, rowCount: found.NumberOfColumns, columnCount: found.NumberOfRows) { Mean = mean };
        for (var member = 0; member < model.RowCount; member++)
        {
            if (CopyTo(model.Row(member)[1..^1], found.RightFactorMatrix, member))
            {
                model.Row(member)[^1] = 1;
            }
        }

        for (var film = 0; film < model.ColumnCount; film++)
        {
            if (CopyTo(model.Column(film)[1..^1], found.LeftFactorMatrix, film))
            {
                model.Column(film)[0] = 1;
            }
        }

        return model;

        bool CopyTo(Span<float> factors, IReadOnlyList<float> matrix, int place)
        {
            for (var factor = 0; factor < rank; factor++)
            {
                factors[factor] = matrix[(place * rank) + factor];
                if (!float.IsFinite(factors[factor]))
                {
                    factors.Clear();
                    return false;
                }
            }

            return true;
        }
    }

    private FactorModel Fit(PairTable pairs, Workers workers)
    {
        workers.Cancellation.ThrowIfCancellationRequested();
        using var trained = Train(pairs.ToDataView(), rank);
        return FactorsOf(trained.Model, pairs.MeanLabel());
    }

    /// <summary>The factors' predictions. Members without records get the popular slate.</summary>
    private sealed class PurchaseModel(Interactions interactions, FilmCatalogue catalogue, FactorModel model) : IPurchaseModel
    {
        public float WeeksAhead => 5;

        public FilmId[] RankForColdStart() => PopularSlate.Rank(interactions, catalogue);

        public void Predict(int row, ReadOnlySpan<WeightedDecision> decisions, Span<float> probabilities)
        {
            for (var film = 0; film < probabilities.Length; film++)
            {
                // The score is NaN for a film that nobody was offered.
                var score = model.Score(row, film);
                probabilities[film] = float.IsNaN(score) ? model.Mean : score;
            }
        }
    }
}
