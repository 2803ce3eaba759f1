using System.Collections.Immutable;

namespace MovieChain.Exchange;

/// <summary>Which providers may read whose records. Every provider reads its own.</summary>
internal sealed class AccessRule
{
    private readonly ImmutableArray<ImmutableSortedSet<int>> _owners;

    private AccessRule(IEnumerable<IEnumerable<int>> owners) => _owners = [.. owners.Select((read, reader) => read.Append(reader).ToImmutableSortedSet())];

    /// <summary>The name of <see cref="Own"/>.</summary>
    public const string OwnPreset = "own";

    /// <summary>The name of <see cref="Notebook"/>.</summary>
    public const string NotebookPreset = "notebook";

    /// <summary>The name of <see cref="All"/>.</summary>
    public const string AllPreset = "all";

    /// <summary>The names of the rules that have one.</summary>
    public static ImmutableArray<string> Presets { get; } = [OwnPreset, NotebookPreset, AllPreset];

    /// <summary>Every provider reads only its own records.</summary>
    public static AccessRule Own(int providers) => new(Enumerable.Repeat<IEnumerable<int>>([], providers));

    /// <summary>Every provider reads its own records and those of all providers listed before it, as in the notebook: Netflix its own,
    /// Hulu its own and Netflix's, Prime all three.</summary>
    public static AccessRule Notebook(int providers) => new(Enumerable.Range(0, providers).Select(reader => Enumerable.Range(0, reader)));

    /// <summary>Every provider reads all records.</summary>
    public static AccessRule All(int providers) => new(Enumerable.Repeat(Enumerable.Range(0, providers), providers));

    /// <summary>Each provider reads its own records and those of the owners given for it.</summary>
    public static AccessRule From(IEnumerable<IEnumerable<int>> owners) => new(owners);

    /// <summary>Parses a rule: a preset, or pairs of reader and owner such as <c>Hulu:Netflix,Prime:Netflix</c>.</summary>
    /// <param name="text">The text; names are not case-sensitive.</param>
    /// <param name="names">The providers' names.</param>
    /// <param name="rule">The rule, if the text is valid.</param>
    /// <param name="fault">The fault of the text, if it is not.</param>
    public static bool TryParse(string text, IReadOnlyList<string> names, out AccessRule rule, out string fault)
    {
        rule = Own(names.Count);
        fault = "";
        switch (text.Trim().ToLowerInvariant())
        {
            case OwnPreset:
                return true;
            case NotebookPreset:
                rule = Notebook(names.Count);
                return true;
            case AllPreset:
                rule = All(names.Count);
                return true;
        }

        var owners = names.Select(_ => new List<int>()).ToList();
        foreach (var pair in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (pair.Split(':', StringSplitOptions.TrimEntries) is not [var readerName, var ownerName])
            {
                fault = pair.ToLowerInvariant() is OwnPreset or NotebookPreset or AllPreset
                    ? $"'{pair}' stands alone: only pairs READER:OWNER can be listed"
                    : $"'{pair}' is neither {OwnPreset}, {NotebookPreset}, {AllPreset} nor a pair READER:OWNER{NearestWords.Question(pair, Presets)}";
                return false;
            }

            if (!TryFind(names, readerName, out var reader, out fault) || !TryFind(names, ownerName, out var owner, out fault))
            {
                return false;
            }

            owners[reader].Add(owner);
        }

        rule = new AccessRule(owners);
        return true;
    }

    /// <summary>The numbers of the providers whose records a provider reads, including its own, in ascending order.</summary>
    public IReadOnlyList<int> ReadBy(int reader) => _owners[reader];

    /// <summary>The rule as pairs of reader and owner that <see cref="TryParse"/> accepts, e.g. <c>Hulu:Netflix,Prime:Netflix</c>;
    /// <c>own</c> if there are no pairs.</summary>
    public string Describe(IReadOnlyList<string> names)
    {
        var pairs = _owners.SelectMany((owners, reader) => owners.Where(owner => owner != reader).Select(owner => $"{names[reader]}:{names[owner]}"));
        return string.Join(',', pairs) is { Length: > 0 } text ? text : OwnPreset;
    }

    /// <summary>The preset that the rule is, or its pairs.</summary>
    public string Summarize(IReadOnlyList<string> names) =>
        IsSameAs(Own(names.Count)) ? OwnPreset : IsSameAs(Notebook(names.Count)) ? NotebookPreset : IsSameAs(All(names.Count)) ? AllPreset : Describe(names);

    private bool IsSameAs(AccessRule other) => _owners.Zip(other._owners).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <summary>The number of the provider with a name, not case-sensitive; −1 if there is none.</summary>
    public static int PlaceOf(string name, IReadOnlyList<string> names) =>
        Enumerable.Range(0, names.Count).FirstOrDefault(i => ProviderName.AreSame(names[i], name), -1);

    /// <summary>That there is no provider of a name, in words.</summary>
    public static string WordsForUnknown(string name, IReadOnlyList<string> names) =>
        $"there is no provider '{name}'{NearestWords.Question(name, names)}; there are {string.Join(", ", names)}";

    private static bool TryFind(IReadOnlyList<string> names, string name, out int place, out string fault)
    {
        place = PlaceOf(name, names);
        fault = place >= 0 ? "" : WordsForUnknown(name, names);
        return place >= 0;
    }
}
