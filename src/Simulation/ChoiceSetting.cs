using System.Collections.Immutable;
using System.Text.Json;

namespace MovieChain.Simulation;

/// <summary>One of some named values, whose names are not case-sensitive; the first is the default.</summary>
/// <param name="name">The setting's name.</param>
/// <param name="meaning">What it is.</param>
/// <param name="choices">The values by name.</param>
/// <param name="get">Reads it from the options.</param>
/// <param name="set">Writes it into the options.</param>
/// <param name="offered">The names that the help offers; null for all.</param>
/// <param name="findFault">Why a value cannot be used on this machine, in words; null when it can.</param>
internal sealed class ChoiceSetting<T>(
    string name,
    string meaning,
    ImmutableArray<(string Name, T Value)> choices,
    Func<SimulationOptions, T> get,
    Func<SimulationOptions, T, SimulationOptions> set,
    ImmutableArray<string>? offered = null,
    Func<T, string?>? findFault = null)
    : Setting(name, meaning)
{
    private readonly ImmutableArray<string> _offered = offered ?? [.. choices.Select(choice => choice.Name)];

    public override JsonValueKind Kind => JsonValueKind.String;

    public override string Values => string.Join('|', _offered);

    public override string Allowed => $"one of {string.Join(", ", _offered)}";

    public override string DefaultText => choices[0].Name;

    public override bool Allows(string text) => choices.Any(choice => IsWord(choice.Name, text));

    public override string? FindFault(string text) => Allows(text)
        ? findFault?.Invoke(ValueOf(text))
        : $"{base.FindFault(text)}{NearestWords.Question(text, _offered)}";

    public override SimulationOptions Apply(SimulationOptions options, string text) => set(options, ValueOf(text));

    public override string TextOf(SimulationOptions options) =>
        choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, get(options))).Name;

    public override void WriteValue(Utf8JsonWriter json, SimulationOptions options) => json.WriteStringValue(TextOf(options));

    private T ValueOf(string text) => choices.First(choice => IsWord(choice.Name, text)).Value;
}
