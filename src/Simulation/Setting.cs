using System.Text.Json;

namespace MovieChain.Simulation;

/// <summary>A setting of a simulation. The rows of <see cref="Settings"/> are all there are; everything that handles settings by name loops over them.</summary>
/// <param name="name">The name in scenario files, regimes, JSON documents and on genesis, e.g. <c>privacyStrictness</c>.</param>
/// <param name="meaning">What it is, with its unit, as the help says it.</param>
internal abstract class Setting(string name, string meaning)
{
    public string Name { get; } = name;

    public string Meaning { get; } = meaning;

    /// <summary>The name on the command line, e.g. <c>--privacy-strictness</c>.</summary>
    public string OptionName { get; } = $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}";

    /// <summary>When genesis states it. Settings that were added later are stated only where they differ from their default, so that the
    /// chains of runs without them keep their bytes.</summary>
    public Statement Stated { get; init; } = Statement.UnlessDefault;

    /// <summary>What it acts on. The default is the most cautious: other worlds, nothing shared between regimes.</summary>
    public Scope Scope { get; init; } = Scope.World;

    /// <summary>Whether <c>value</c> takes several values of it.</summary>
    public bool IsAxis { get; init; }

    /// <summary>The values that <c>--tune</c> tries, as text.</summary>
    public IReadOnlyList<string> TuningValues { get; init; } = [];

    /// <summary>The default in the words of the help; <see cref="DefaultText"/> where nothing else is said.</summary>
    public string? ShownDefault { get; init; }

    /// <summary>The kind of JSON value that holds it.</summary>
    public abstract JsonValueKind Kind { get; }

    /// <summary>The allowed values as the help abbreviates them, e.g. <c>1..520</c>.</summary>
    public abstract string Values { get; }

    /// <summary>The allowed values in words, e.g. <c>a whole number from 1 to 520</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>The default as text.</summary>
    public abstract string DefaultText { get; }

    /// <summary>Whether a text is a value of the setting.</summary>
    public abstract bool Allows(string text);

    /// <summary>Why a user's text is refused, in words; null when it is not.</summary>
    public virtual string? FindFault(string text) => Allows(text) ? null : OneValue.Fault(text, Allows, Allowed);

    /// <summary>The one line that refuses a user's text; null when it is allowed.</summary>
    /// <param name="label">The setting as the user wrote it.</param>
    /// <param name="text">The text.</param>
    public string? FindRefusal(string label, string text) => FindFault(text) is { } fault ? $"{label} {(text.Length > 0 ? text : "''")}: {fault}" : null;

    /// <summary>The options with the value of an allowed text.</summary>
    public abstract SimulationOptions Apply(SimulationOptions options, string text);

    /// <summary>The value in canonical form: <see cref="Apply"/> reads it back.</summary>
    public abstract string TextOf(SimulationOptions options);

    /// <summary>Writes the value of a JSON property; null where the options have none.</summary>
    public abstract void WriteValue(Utf8JsonWriter json, SimulationOptions options);

    public bool IsStated(SimulationOptions options) =>
        Stated == Statement.Always || (Stated == Statement.UnlessDefault && TextOf(options) != DefaultText);

    /// <summary>Whether the options have the default, which may depend on their providers.</summary>
    public bool IsDefault(SimulationOptions options) =>
        TextOf(options) == DefaultText || (Allows(DefaultText) && IsSame(options, Apply(options, DefaultText)));

    public bool IsSame(SimulationOptions left, SimulationOptions right) => TextOf(left) == TextOf(right);

    /// <summary>Whether a user's text is a word, in any case.</summary>
    protected static bool IsWord(string word, string text) => word.Equals(text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>When the statement of genesis holds a setting.</summary>
internal enum Statement
{
    /// <summary>Another part of the block states it, or it decides no block.</summary>
    Never,

    Always,

    UnlessDefault,
}

/// <summary>What a setting acts on, from the least to the most.</summary>
internal enum Scope
{
    /// <summary>How the chain is kept: no slate, order or profit.</summary>
    Chain,

    /// <summary>Slates, but neither the world nor what could be earned at most.</summary>
    Slates,

    /// <summary>What could be earned at most, but not the world.</summary>
    Ceiling,

    /// <summary>The films and members drawn before the first week.</summary>
    World,
}
