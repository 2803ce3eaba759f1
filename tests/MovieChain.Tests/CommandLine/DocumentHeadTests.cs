using System.Text.Json;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

public sealed class DocumentHeadTests : IDisposable
{
    private readonly ChainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--weeks 1 --customers 2 --format json")]
    [InlineData("compare own all --weeks 1 --customers 2 --replications 2 --format json")]
    [InlineData("value --weeks 1 --customers 2 --replications 2 --format json")]
    [InlineData("mine --difficulty 0 --format json")]
    [InlineData("verify run.chain --format json")]
    [InlineData("show run.chain --format json")]
    [InlineData("show run.chain --block 1 --format json")]
    [InlineData("show run.chain --as Hulu --format json")]
    [InlineData("show run.chain --proof 1:0")]
    [InlineData("evaluate --ratings ratings.csv --folds 2 --rank 1 --format json")]
    [InlineData("evaluate --ratings ratings.csv --implicit --rank 1 --format json")]
    public async Task Every_JSON_document_begins_with_the_program_and_the_version_of_its_layout(string command)
    {
        (await RunAsync("--weeks 1 --customers 2 --chain run.chain")).AssertSucceeded();
        File.WriteAllText(_folder.PathOf("ratings.csv"), "userId,movieId,rating,timestamp\n1,1,4,1\n1,2,3,2\n2,1,5,1\n2,3,2,2\n3,2,1,1\n3,3,4,2\n");

        var document = JsonElement.Parse((await RunAsync(command)).AssertSucceeded());

        Assert.Equal(["program", "schema"], document.EnumerateObject().Select(property => property.Name).Take(2));
        Assert.Equal(("MovieChain", "0.1.0"), (document.GetProperty("program").GetProperty("name").GetString(), document.GetProperty("program").GetProperty("version").GetString()));
        Assert.Equal(1, document.GetProperty("schema").GetInt32());
    }

    private Task<Invocation> RunAsync(string command) => Invocation.RunAsync(
        [.. command.Split(' ').Select(word => word is "run.chain" or "ratings.csv" ? _folder.PathOf(word) : word)]);
}
