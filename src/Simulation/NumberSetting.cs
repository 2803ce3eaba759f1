using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace MovieChain.Simulation;

/// <summary>A number of a range. Where the options may have none, none is the default.</summary>
internal sealed class NumberSetting<T>(
    OptionRange<T> range, Func<SimulationOptions, T?> get, Func<SimulationOptions, T, SimulationOptions> set, bool isOptional = false)
    : Setting(range.Name, range.Meaning)
    where T : struct, INumber<T>
{
    private const string None = "none";

    public OptionRange<T> Range => range;

    public T Default => range.Default;

    public override JsonValueKind Kind => JsonValueKind.Number;

    public override string Values => string.Create(CultureInfo.InvariantCulture, $"{range.Min}..{range.Max}");

    public override string Allowed => range.Allowed;

    public override string DefaultText => isOptional ? None : Text(range.Default);

    public override bool Allows(string text) => range.TryParse(text, out _);

    public override SimulationOptions Apply(SimulationOptions options, string text) =>
        range.TryParse(text, out var value) ? set(options, value) : throw new FormatException($"{Name} {text}: must be {Allowed}");

    public override string TextOf(SimulationOptions options) => get(options) is { } value ? Text(value) : None;

    public override void WriteValue(Utf8JsonWriter json, SimulationOptions options)
    {
        if (get(options) is { } value)
        {
            json.WriteRawValue(Text(value));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static string Text(T value) => value.ToString(null, CultureInfo.InvariantCulture);
}
