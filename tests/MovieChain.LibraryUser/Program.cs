using Microsoft.ML;
using Microsoft.ML.Data;
using MovieChain.LibraryUser;

// "fit FILE" fits a model, looks into it and saves it; "load FILE" loads it in a process of its own; "mistakes" prints what is refused.
switch (args)
{
    case ["fit", var path]:
        Fitting.Run(path);
        break;
    case ["load", var path]:
        var context = new MLContext(seed: 0);
        var loaded = context.Model.Load(path, out _);
        var scores = loaded.Transform(context.Data.LoadFromEnumerable(Rating.All())).GetColumn<float>("Score");
        Console.WriteLine(FormattableString.Invariant($"loaded scores: {string.Join(' ', scores.Take(3))}"));
        break;
    case ["mistakes"]:
        Mistakes.Run();
        break;
    default:
        throw new ArgumentException("Usage: fit FILE, load FILE or mistakes");
}
