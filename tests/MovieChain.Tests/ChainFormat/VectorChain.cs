using MovieChain.Tests.ChainFormat.Independent;

namespace MovieChain.Tests.ChainFormat;

/// <summary>The test vectors: a chain of two providers and two weeks, with the providers' key files.</summary>
internal static class VectorChain
{
    /// <summary>The folder as the commands in docs/chain.md name it.</summary>
    public const string Folder = "tests/MovieChain.Tests/ChainFormat/Vector";

    public static string File { get; } = PathOf("run.chain");

    public static string Keys { get; } = PathOf("keys");

    public static byte[] Bytes => System.IO.File.ReadAllBytes(File);

    public static ParsedChain Parse() => ChainParser.Parse(Bytes);

    public static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "MovieChain.Tests", "ChainFormat", "Vector", name);

    /// <summary>What a provider's own key files open.</summary>
    public static OrderReader ReadAs(ParsedChain chain, int provider) => ReadAs(chain, provider, LoadKeys(chain, provider));

    /// <summary>What other key files open to a provider.</summary>
    public static OrderReader ReadAs(ParsedChain chain, int provider, ProviderKeys keys)
    {
        var reader = new OrderReader(chain, provider, keys);
        reader.ReadAll();
        return reader;
    }

    public static ProviderKeys LoadKeys(ParsedChain chain, int provider) => ProviderKeys.Load(Keys, chain.Authors[provider].Name, chain);
}
