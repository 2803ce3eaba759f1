using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Simulation;

/// <summary>The statement of settings on the genesis block: every setting that decides results but the number of weeks, so that a longer run
/// begins with the chain of a shorter one (see <see cref="Setting.Stated"/>). Pairs of name and value, each as length 2 (big-endian) and
/// strict UTF-8.</summary>
internal static class GenesisStatement
{
    /// <summary>The places of the providers whose records a provider reads; stated once for each provider, after <c>customers</c>.</summary>
    public const string Reads = "reads";

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

    /// <summary>The statement as pairs of name and value. What each provider has occurs once for each.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> PairsOf(SimulationOptions options) =>
    [
        .. Settings.All.Where(setting => setting.IsStated(options)).Select(setting => KeyValuePair.Create(setting.Name, setting.TextOf(options))),
        .. options.Providers.SelectMany((provider, place) => (KeyValuePair<string, string>[])
        [
            KeyValuePair.Create(Settings.Customers.Name, Number(provider.Customers)),
            KeyValuePair.Create(Reads, string.Join(',', options.Access.ReadBy(place).Select(Number))),
        ]),
    ];

    /// <summary>The value of a setting that a statement does not name.</summary>
    public static string ValueUnlessStated(string name) => Settings.Find(name)?.DefaultText ?? "nothing";

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

    /// <summary>The options that a genesis block states; null when it does not state those of a run in canonical form. The number of weeks
    /// is not among them.</summary>
    public static SimulationOptions? TryReadOptions(Block genesis)
    {
        if (ChainRules.FromGenesis(genesis) is not { } rules
            || genesis.Records.Count != 2
            || TryRead(genesis.Records[1]) is not { } pairs)
        {
            return null;
        }

        var customers = Values(Settings.Customers.Name).ToList();
        var reads = Values(Reads).Select(ReadPlaces).ToList();
        if (customers.Count != rules.Authors.Length
            || !customers.TrueForAll(Settings.Customers.Allows)
            || reads.Count != rules.Authors.Length
            || reads.Any(owners => owners is null))
        {
            return null;
        }

        var options = new SimulationOptions
        {
            Difficulty = rules.Difficulty,
            Providers = [.. rules.Authors.Zip(customers, (author, count) => new ProviderPlan(author.Name, int.Parse(count, CultureInfo.InvariantCulture)))],
            Access = AccessRule.From(reads!),
        };
        foreach (var setting in Settings.All.Where(setting => setting.Stated != Statement.Never))
        {
            if (Values(setting.Name).FirstOrDefault() is { } text && text != setting.DefaultText)
            {
                if (!setting.Allows(text))
                {
                    return null;
                }

                options = setting.Apply(options, text);
            }
        }

        // Anything misread or stated besides shows here. The chain does not say for how many weeks it is: one breaks no rule that a longer run keeps.
        return genesis.Records[1].SequenceEqual(Of(options)) && SettingRules.FindFault(options with { Weeks = 1 }) is null ? options : null;

        IEnumerable<string> Values(string name) => pairs.Where(pair => pair.Key == name).Select(pair => pair.Value);

        List<int>? ReadPlaces(string text)
        {
            var places = new List<int>();
            foreach (var word in text.Split(','))
            {
                if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= rules.Authors.Length)
                {
                    return null;
                }

                places.Add(place);
            }

            return places;
        }
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

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
