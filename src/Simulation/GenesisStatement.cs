using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Simulation;

/// <summary>
/// What the genesis block says of the run: every option that decides its results, but for the number of weeks, so that a longer
/// run begins with the chain of a shorter one, and but for those of the options from regularization to arrivals that have their default. Pairs of name and value, each as length 2 (big-endian) and strict UTF-8.
/// </summary>
internal static class GenesisStatement
{
    /// <summary>How many members a provider has; stated once for each.</summary>
    public const string Customers = "customers";

    /// <summary>The places of the providers whose records a provider reads; stated once for each.</summary>
    public const string Reads = "reads";

    private const string Seal = "seal";
    private const string True = "true";
    private const string Nobody = "nobody";
    private const string Recommender = "recommender";
    private const string Repetition = "repeat";

    /// <summary>What it means where an option is not stated, for those that are stated only where they are not the default.</summary>
    private static readonly ImmutableDictionary<string, string> _unstated = ImmutableDictionary.CreateRange<string, string>(
    [
        new(OptionRanges.Regularization.Name, Number(OptionRanges.Regularization.Default)),
        new(OptionRanges.SharedAudience.Name, Number(OptionRanges.SharedAudience.Default)),
        new(OptionRanges.WeeklyBudget.Name, "none"),
        new(Repetition, NameOf(Repeat.Rent)),
        new(OptionRanges.Arrivals.Name, Number(OptionRanges.Arrivals.Default)),
    ]);

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
        Add(OptionRanges.Seed.Name, Number(options.Seed));
        Add(OptionRanges.Films.Name, Number(options.Films));
        Add(OptionRanges.Slate.Name, Number(options.Slate));
        Add(OptionRanges.Consent.Name, Number(options.Consent));
        Add(OptionRanges.PrivacyStrictness.Name, Number(options.PrivacyStrictness));
        Add(OptionRanges.Drift.Name, Number(options.Drift));
        Add(Seal, options.Seal ? True : "false");
        Add(Revocation.Name, options.Revoke?.ToString() ?? Nobody);
        Add(Recommender, options.Recommender.Name);
        Add(OptionRanges.Rank.Name, Number(options.Rank));
        AddUnlessDefault(OptionRanges.Regularization, options.Regularization);
        AddUnlessDefault(OptionRanges.SharedAudience, options.SharedAudience);
        if (options.WeeklyBudget is { } budget)
        {
            Add(OptionRanges.WeeklyBudget.Name, Number(budget.Units));
        }

        if (options.Repeat != Repeat.Rent)
        {
            Add(Repetition, NameOf(options.Repeat));
        }

        AddUnlessDefault(OptionRanges.Arrivals, options.Arrivals);
        for (var provider = 0; provider < options.Providers.Length; provider++)
        {
            Add(Customers, Number(options.Providers[provider].Customers));
            Add(Reads, string.Join(',', options.Access.ReadBy(provider).Select(Number)));
        }

        return pairs.ToImmutable();

        void Add(string name, string value) => pairs.Add(new(name, value));

        void AddUnlessDefault<T>(OptionRange<T> range, T value)
            where T : struct, INumber<T>
        {
            if (value != range.Default)
            {
                Add(range.Name, Number(value));
            }
        }
    }

    /// <summary>What a statement that does not name an option says of it, in words.</summary>
    public static string ValueUnlessStated(string name) => _unstated.GetValueOrDefault(name, "nothing");

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

        var customers = Values(Customers).ToList();
        var reads = Values(Reads).Select(ReadPlaces).ToList();
        if (customers.Count != rules.Authors.Length || reads.Count != rules.Authors.Length || reads.Any(owners => owners is null))
        {
            return null;
        }

        var options = new SimulationOptions
        {
            Difficulty = rules.Difficulty,
            Seed = Read(OptionRanges.Seed),
            Films = Read(OptionRanges.Films),
            Slate = Read(OptionRanges.Slate),
            Consent = Read(OptionRanges.Consent),
            PrivacyStrictness = Read(OptionRanges.PrivacyStrictness),
            Drift = Read(OptionRanges.Drift),
            Seal = Values(Seal).FirstOrDefault() == True,
            Revoke = Revocation.TryParse(Values(Revocation.Name).FirstOrDefault() ?? Nobody),
            Recommender = Recommenders.Find(Values(Recommender).FirstOrDefault() ?? "") ?? Recommenders.Mf,
            Rank = Read(OptionRanges.Rank),
            Regularization = Read(OptionRanges.Regularization),
            SharedAudience = Read(OptionRanges.SharedAudience),
            WeeklyBudget = Values(OptionRanges.WeeklyBudget.Name).Any() ? new Money(Read(OptionRanges.WeeklyBudget)) : null,
            Repeat = Values(Repetition).FirstOrDefault() == NameOf(Repeat.Once) ? Repeat.Once : Repeat.Rent,
            Arrivals = Read(OptionRanges.Arrivals),
            Providers = [.. rules.Authors.Zip(customers, (author, count) => new ProviderPlan(author.Name, ReadNumber(OptionRanges.Customers, count)))],
            Access = AccessRule.From(reads!),
        };

        // Whatever was misread above, or is stated besides, shows here.
        var isStated = genesis.Records[1].SequenceEqual(Of(options));
        return isStated && options.Slate <= options.Films && (options.Seal || options.Revoke is null) && options.IsAudienceBounded ? options : null;

        IEnumerable<string> Values(string name) => pairs.Where(pair => pair.Key == name).Select(pair => pair.Value);

        T Read<T>(OptionRange<T> range)
            where T : struct, INumber<T> => ReadNumber(range, Values(range.Name).FirstOrDefault() ?? "");

        static T ReadNumber<T>(OptionRange<T> range, string text)
            where T : struct, INumber<T> => range.TryParse(text, out var value) ? value : range.Default;

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

    private static string NameOf<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
