using Microsoft.ML;
using Microsoft.ML.Data;
using MovieChain.Learning.Factorization;

namespace MovieChain.LibraryUser;

/// <summary>Fits a model to columns with names of the user's own, scores, reads the factors and saves.</summary>
internal static class Fitting
{
    /// <summary>Makes the pipeline of keys and factorization.</summary>
    public static IEstimator<ITransformer> Pipeline(MLContext context, string labelColumn) =>
        Keys(context).Append(new MatrixFactorizationEstimator(context, Options(labelColumn)));

    public static IEstimator<ITransformer> Keys(MLContext context) => context.Transforms.Conversion.MapValueToKey("UserKey", nameof(Rating.UserId))
        .Append(context.Transforms.Conversion.MapValueToKey("MovieKey", nameof(Rating.MovieId)));

    public static MatrixFactorizationOptions Options(string labelColumn) => MatrixFactorizationOptions.ForRatings with
    {
        MatrixColumnIndexColumnName = "UserKey",
        MatrixRowIndexColumnName = "MovieKey",
        LabelColumnName = labelColumn,
        ApproximationRank = 2,
        NumberOfThreads = 1,
    };

    public static void Run(string path)
    {
        var context = new MLContext(seed: 0);
        var data = context.Data.LoadFromEnumerable(Rating.All());
        var keys = Keys(context).Fit(data);
        var keyed = keys.Transform(data);
        var factorization = new MatrixFactorizationEstimator(context, Options(nameof(Rating.Stars))).Fit(keyed);
        var scored = factorization.Transform(keyed);
        var scores = scored.GetColumn<float>("Score").ToArray();
        var pipeline = keys.Append(factorization);

        Print("columns", string.Join(' ', scored.Schema.Where(column => !column.IsHidden).Select(column => column.Name)));
        Print("MemberFactors", string.Join(' ', scored.GetColumn<float>("MemberFactors").Take(7)));
        Print("FilmFactors", string.Join(' ', scored.GetColumn<float>("FilmFactors").Take(7)));
        Print("scores", string.Join(' ', scores.Take(3)));
        Print("likes", Predict("user 1", "movie 5") > Predict("user 1", "movie 3"));
        Print("an unseen movie", Predict("user 1", "a new movie"));

        var model = factorization.Model;
        Print("films × members, rank", $"{model.NumberOfRows} × {model.NumberOfColumns}, {model.ApproximationRank}");
        Print("values", $"{model.LeftFactorMatrix.Count} {model.RightFactorMatrix.Count} {model.RowBiases.Count} {model.ColumnBiases.Count}");
        Print("factors give the scores", Enumerable.SequenceEqual(FromFactors(keyed, model).Select(Rounded), scores.Select(Rounded)));

        context.Model.Save(pipeline, data.Schema, path);

        float Predict(string user, string movie)
        {
            using var engine = context.Model.CreatePredictionEngine<Rating, Prediction>(pipeline);
            return engine.Predict(new Rating { UserId = user, MovieId = movie }).Score;
        }

        static float Rounded(float score) => MathF.Round(score, 4);
    }

    private static IEnumerable<float> FromFactors(IDataView keyed, MatrixFactorizationParameters model)
    {
        var films = keyed.GetColumn<uint>("MovieKey").Select(key => (int)key - 1);
        var members = keyed.GetColumn<uint>("UserKey").Select(key => (int)key - 1);
        var rank = model.ApproximationRank;
        return films.Zip(members, (film, member) => model.RowBiases[film] + model.ColumnBiases[member]
            + Enumerable.Range(0, rank).Sum(k => model.LeftFactorMatrix[(film * rank) + k] * model.RightFactorMatrix[(member * rank) + k]));
    }

    private static void Print(string name, object value) => Console.WriteLine(FormattableString.Invariant($"{name}: {value}"));
}
