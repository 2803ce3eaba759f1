using System.Text.Json;

namespace MovieChain.Simulation;

/// <summary>A text of a form of its own.</summary>
/// <param name="name">The setting's name.</param>
/// <param name="meaning">What it is.</param>
/// <param name="values">The form, as the help abbreviates it.</param>
/// <param name="allowed">The form, in words.</param>
/// <param name="defaultText">The default; no user need be able to write it.</param>
/// <param name="allows">Whether a text has the form.</param>
/// <param name="get">Reads the text from the options; null where they have the default.</param>
/// <param name="set">Writes it into the options.</param>
internal sealed class TextSetting(
    string name,
    string meaning,
    string values,
    string allowed,
    string defaultText,
    Func<string, bool> allows,
    Func<SimulationOptions, string?> get,
    Func<SimulationOptions, string, SimulationOptions> set)
    : Setting(name, meaning)
{
    public override JsonValueKind Kind => JsonValueKind.String;

    public override string Values => values;

    public override string Allowed => allowed;

    public override string DefaultText => defaultText;

    public override bool Allows(string text) => allows(text);

    public override SimulationOptions Apply(SimulationOptions options, string text) => set(options, text);

    public override string TextOf(SimulationOptions options) => get(options) ?? defaultText;

    public override void WriteValue(Utf8JsonWriter json, SimulationOptions options) => json.WriteStringValue(get(options));
}
