using System.Text.Json;

namespace MovieChain.Simulation;

/// <summary>Something that is on by default. The option that switches it off is <c>--no-NAME</c>.</summary>
internal sealed class FlagSetting(
    string name, string meaningOfOff, Func<SimulationOptions, bool> get, Func<SimulationOptions, bool, SimulationOptions> set)
    : Setting(name, meaningOfOff)
{
    public const string On = "true";
    public const string Off = "false";

    public string OffOptionName { get; } = $"--no-{name}";

    public override JsonValueKind Kind => JsonValueKind.True;

    public override string Values => "";

    public override string Allowed => $"{On} or {Off}";

    public override string DefaultText => On;

    public override bool Allows(string text) => IsWord(On, text) || IsWord(Off, text);

    public override SimulationOptions Apply(SimulationOptions options, string text) => set(options, IsWord(On, text));

    public override string TextOf(SimulationOptions options) => get(options) ? On : Off;

    public override void WriteValue(Utf8JsonWriter json, SimulationOptions options) => json.WriteBooleanValue(get(options));
}
