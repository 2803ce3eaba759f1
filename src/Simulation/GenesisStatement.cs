using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MovieChain.Ledger;
using MovieChain.Sealing;

namespace MovieChain.Simulation;

/// <summary>
/// What the genesis block says of the run: every option that decides its results, but for the number of weeks, so that a longer
/// run begins with the chain of a shorter one. Pairs of name and value, each as length 2 (big-endian) and strict UTF-8.
/// </summary>
internal static class GenesisStatement
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rules that stand beside the statement: the difficulty, and the providers with their keys.</summary>
    public static ChainRules RulesOf(SimulationOptions options, SimulatedSecrets secrets) => new(
        options.Difficulty,
        [
            .. options.Providers.Select((provider, place) => new Author(
                provider.Name, secrets.SigningKey(ProviderId.At(place)).Public, secrets.AgreementKey(ProviderId.At(place)).Public)),
        ]);

    /// <summary>The statement as bytes.</summary>
    public static byte[] Of(SimulationOptions options)
    {
        using var stream = new MemoryStream();
        foreach (var (name, value) in PairsOf(options))
        {
            Write(stream, name);
            Write(stream, value);
        }

        return stream.ToArray();
    }

    /// <summary>The statement as pairs of name and value. A name may occur once for each provider.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> PairsOf(SimulationOptions options)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        Add("seed", Number(options.Seed));
        Add("films", Number(options.Films));
        Add("slate", Number(options.Slate));
        Add("consent", Number(options.Consent));
        Add("privacyStrictness", Number(options.PrivacyStrictness));
        Add("drift", Number(options.Drift));
        Add("recommender", options.Recommender.ToString().ToLowerInvariant());
        Add("rank", Number(options.Rank));
        for (var provider = 0; provider < options.Providers.Length; provider++)
        {
            Add("customers", Number(options.Providers[provider].Customers));
            Add("reads", string.Join(',', options.Access.ReadBy(provider).Select(Number)));
        }

        return pairs.ToImmutable();

        void Add(string name, string value) => pairs.Add(new(name, value));
    }

    /// <summary>Reads a statement; null when the bytes are none.</summary>
    public static ImmutableArray<KeyValuePair<string, string>>? TryRead(ReadOnlySpan<byte> statement)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        while (!statement.IsEmpty)
        {
            if (ReadText(ref statement) is not { } name || ReadText(ref statement) is not { } value)
            {
                return null;
            }

            pairs.Add(new(name, value));
        }

        return pairs.ToImmutable();
    }

    private static void Write(MemoryStream stream, string text)
    {
        var bytes = _strictUtf8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)bytes.Length));
        stream.Write(length);
        stream.Write(bytes);
    }

    private static string? ReadText(ref ReadOnlySpan<byte> bytes)
    {
        if (!BinaryPrimitives.TryReadUInt16BigEndian(bytes, out var length) || bytes.Length < sizeof(ushort) + length)
        {
            return null;
        }

        var text = bytes.Slice(sizeof(ushort), length);
        bytes = bytes[(sizeof(ushort) + length)..];
        try
        {
            return _strictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
