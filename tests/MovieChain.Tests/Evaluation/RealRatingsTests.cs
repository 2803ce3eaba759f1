using System.Text.Json;
using MovieChain.Tests.CommandLine;

namespace MovieChain.Tests.Evaluation;

public sealed class RealRatingsTests
{
    [RealRatingsFact]
    public async Task Real_ratings_are_read_whole_and_biases_predict_them_better_than_means()
    {
        var report = JsonElement.Parse((await Invocation.RunAsync(
            "evaluate", "--ratings", RealRatingsFactAttribute.Path, "--rank", "2", "--iterations", "2", "--format", "json")).AssertSucceeded());
        var lines = File.ReadLines(RealRatingsFactAttribute.Path).ToList();
        var errors = report.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("rmse").GetDouble()).ToList();

        Assert.Equal(lines.Count(line => char.IsAsciiDigit(line[0])), report.GetProperty("data").GetProperty("rows").GetInt32());
        Assert.True(errors[2] < errors[1] && errors[1] < errors[0], string.Join(' ', errors));
    }
}
