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
/// Learns who buys what from films offered, bought and declined, by ML.NET's own matrix factorization: LIBMF, a native library that
/// the package Microsoft.ML.Recommender brings along. Each week's training begins anew, for LIBMF starts from no earlier model. It
/// gives the same model again on the same platform, because it is given one thread; with more it would not. Source: Chin, Zhuang,
/// Juan, Lin, "A Learning-rate Schedule for Stochastic Gradient Methods to Matrix Factorization", PAKDD 2015.
/// </summary>
/// <param name="catalogue">The films with their prices.</param>
/// <param name="streams">The simulation's chance: it decides which pairs are held out. LIBMF has a fixed seed of its own.</param>
/// <param name="rank">How many latent factors, 1 to 256.</param>
internal sealed class LibmfRecommender(FilmCatalogue catalogue, RandomStreams streams, int rank) : IRecommender
{
    private readonly Holdout _holdout = new(streams);

    /// <summary>Why nothing can be learned here, in words; null when all is well. The package holds the native library for some
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

    /// <inheritdoc/>
    public Learned Learn(Interactions interactions, Learned? previous, Workers workers)
    {
        if (interactions.PairCount == 0)
        {
            return new Learned(PopularSlate.From(interactions, catalogue), interactions.Lines, ValidationRmse: null);
        }

        var (model, rmse) = workers.Both(
            half => Fit(PairTable.All(interactions), half),
            half => Validate(interactions, half));
        return new Learned(new GreedySlates(interactions, catalogue, model), interactions.Lines, rmse);
    }

    /// <summary>Trains LIBMF. What decides the model besides the data stands here; the rest are LIBMF's own defaults.</summary>
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
            Lambda = 0.1,
            NumberOfThreads = 1,
            Quiet = true,
        }).Fit(pairs);

    /// <summary>The factors that LIBMF found, without biases. Of a member or film that it saw nothing of they are no numbers there, and
    /// zeros here.</summary>
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

    private double? Validate(Interactions interactions, Workers workers)
    {
        var (heldOut, training) = _holdout.Split(interactions);
        return training.Count == 0 || heldOut.Count == 0 ? null : _holdout.Rmse(heldOut, Fit(training, workers));
    }

    /// <summary>
    /// Offers each member the films with the highest expected takings: the price times the predicted probability of purchase, where
    /// what the member itself did with a film lately takes the prediction's place. A member of whom nothing is on record is offered the popular slate.
    /// </summary>
    private sealed class GreedySlates(Interactions interactions, FilmCatalogue catalogue, FactorModel model) : ISlatePolicy
    {
        private readonly Persistence _persistence = Persistence.Of(interactions);
        private readonly PopularSlate _popular = PopularSlate.From(interactions, catalogue);

        public void FillSlate(MemberId member, Week week, Span<FilmId> slate)
        {
            if (!interactions.TryGetRow(member, out var row) || interactions.Row(row).IsEmpty)
            {
                _popular.FillSlate(member, week, slate);
                return;
            }

            var takings = new float[model.ColumnCount];
            for (var film = 0; film < takings.Length; film++)
            {
                // Of a film that nobody on record was ever offered, the model knows no more than the mean.
                var score = model.Score(row, film);
                takings[film] = float.IsNaN(score) ? model.Mean : score;
            }

            foreach (var pair in interactions.Row(row))
            {
                takings[pair.Film.Index] = _persistence.Remember(pair.Last, week, takings[pair.Film.Index]);
            }

            for (var film = 0; film < takings.Length; film++)
            {
                takings[film] = Math.Clamp(takings[film], 0, 1) * catalogue.Price(FilmId.At(film)).Units;
            }

            SlateRanking.PutLastWhatIsSold(takings, interactions.Row(row), interactions.Repeat);
            SlateRanking.Best(takings, slate);
        }
    }
}
