using System.Collections.Immutable;

namespace MovieChain.Simulation;

/// <summary>Who may read whose records. Everybody reads its own.</summary>
internal sealed class AccessRule
{
    private readonly ImmutableArray<ImmutableSortedSet<int>> _owners;

    private AccessRule(IEnumerable<IEnumerable<int>> owners) => _owners = [.. owners.Select((read, reader) => read.Append(reader).ToImmutableSortedSet())];

    /// <summary>The name of the rule under which everybody reads its own records alone.</summary>
    public const string OwnPreset = "own";

    /// <summary>The name of the notebook's rule.</summary>
    public const string NotebookPreset = "notebook";

    /// <summary>The name of the rule under which everybody reads everything.</summary>
    public const string AllPreset = "all";

    /// <summary>Everybody reads its own records alone.</summary>
    public static AccessRule Own(int providers) => new(Enumerable.Repeat<IEnumerable<int>>([], providers));

    /// <summary>Everybody reads its own records and those of all providers listed before it, as in the notebook: Netflix its own,
    /// Hulu its own and Netflix's, Prime all three.</summary>
    public static AccessRule Notebook(int providers) => new(Enumerable.Range(0, providers).Select(reader => Enumerable.Range(0, reader)));

    /// <summary>Everybody reads everybody's records.</summary>
    public static AccessRule All(int providers) => new(Enumerable.Repeat(Enumerable.Range(0, providers), providers));

    /// <summary>Each reader reads, besides its own, the records of the owners given for it.</summary>
    public static AccessRule From(IEnumerable<IEnumerable<int>> owners) => new(owners);

    /// <summary>Reads a rule from text: a preset, or pairs such as <c>Hulu:Netflix,Prime:Netflix</c> of a reader and an owner.</summary>
    /// <param name="text">The text; names count without regard to case.</param>
    /// <param name="names">The providers' names.</param>
    /// <param name="rule">The rule, when there is one.</param>
    /// <param name="fault">What is wrong with the text, when there is none.</param>
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
                fault = $"'{pair}' is neither {OwnPreset}, {NotebookPreset}, {AllPreset} nor a pair READER:OWNER";
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

    /// <summary>The places of the providers whose records a provider reads, its own among them, in order.</summary>
    public IReadOnlyList<int> ReadBy(int reader) => _owners[reader];

    /// <summary>The rule as pairs of a reader and an owner, e.g. <c>Hulu:Netflix,Prime:Netflix</c>, in a form that <see cref="TryParse"/>
    /// reads; <c>own</c> where nobody reads another's.</summary>
    public string Describe(IReadOnlyList<string> names)
    {
        var pairs = _owners.SelectMany((owners, reader) => owners.Where(owner => owner != reader).Select(owner => $"{names[reader]}:{names[owner]}"));
        return string.Join(',', pairs) is { Length: > 0 } text ? text : OwnPreset;
    }

    /// <summary>The place of a provider among all by its name, without regard to case; −1 when there is none of that name.</summary>
    public static int PlaceOf(string name, IReadOnlyList<string> names)
    {
        return Enumerable.Range(0, names.Count).FirstOrDefault(i => names[i].Equals(name, StringComparison.OrdinalIgnoreCase), -1);
    }

    private static bool TryFind(IReadOnlyList<string> names, string name, out int place, out string fault)
    {
        place = PlaceOf(name, names);
        fault = place >= 0 ? "" : $"there is no provider '{name}'; there are {string.Join(", ", names)}";
        return place >= 0;
    }
}
