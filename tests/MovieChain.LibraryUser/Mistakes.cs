using Microsoft.ML;
using MovieChain.Learning.Factorization;

namespace MovieChain.LibraryUser;

/// <summary>Mistakes that a user makes, and the messages of the library.</summary>
internal static class Mistakes
{
    public static void Run()
    {
        var context = new MLContext(seed: 0);
        var data = context.Data.LoadFromEnumerable(Rating.All());
        var keyed = Fitting.Keys(context).Fit(data).Transform(data);
        var text = context.Transforms.CopyColumns("UserKey", nameof(Rating.UserId))
            .Append(context.Transforms.CopyColumns("MovieKey", nameof(Rating.MovieId))).Fit(data).Transform(data);
        var upstream = new CountedEstimator(Fitting.Keys(context));
        var fitted = new MatrixFactorizationEstimator(context, Fitting.Options(nameof(Rating.Stars))).Fit(keyed);

        Refused("label missing", () => upstream.Append(Estimator("Rating")).Fit(data));
        Refused("label of text", () => upstream.Append(Estimator(nameof(Rating.UserId))).Fit(data));
        Refused("label a key", () => upstream.Append(Estimator("UserKey")).Fit(data));
        Console.WriteLine($"upstream fits: {upstream.Fits}");
        Refused("fit without keys", () => Estimator(nameof(Rating.Stars)).Fit(data));
        Refused("fit to text", () => Estimator(nameof(Rating.Stars)).Fit(text));
        Refused("score without keys", () => fitted.Transform(data));
        Refused("score text", () => fitted.Transform(text));
        Refused("schema of text", () => fitted.GetOutputSchema(text.Schema));
        Refused("mapper of text", () => fitted.GetRowToRowMapper(text.Schema));

        MatrixFactorizationEstimator Estimator(string label) => new(context, Fitting.Options(label));
    }

    private static void Refused(string name, Func<object> act)
    {
        try
        {
            Console.WriteLine($"{name}: not refused: {act()}");
        }
        catch (ArgumentException fault)
        {
            Console.WriteLine($"{name}: {fault.Message}");
        }
    }

    /// <summary>Counts how often an estimator is fitted.</summary>
    private sealed class CountedEstimator(IEstimator<ITransformer> inner) : IEstimator<ITransformer>
    {
        public int Fits { get; private set; }

        public ITransformer Fit(IDataView input)
        {
            Fits++;
            return inner.Fit(input);
        }

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inner.GetOutputSchema(inputSchema);
    }
}
