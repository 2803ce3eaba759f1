using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Markets;

/// <summary>Options of the market of which one may be given several values, such as <c>--consent 1,0.9,0.5</c>.</summary>
/// <param name="market">The options of the market, in which the axes take lists.</param>
internal sealed class SweptOptions(MarketOptions market)
{
    /// <summary>What was said, of an option with several values the first; and these values.</summary>
    /// <exception cref="InvalidInputException">A value is not allowed or there twice, or two options have several.</exception>
    public (Scenario Said, SweptValues? Swept) Read(ParseResult parsed)
    {
        var said = Scenario.Empty;
        SweptValues? swept = null;
        foreach (var setting in Settings.All.Where(setting => setting.IsAxis))
        {
            if (market.ReadList(parsed, setting) is not { } texts)
            {
                continue;
            }

            var values = ValuesOf(setting, texts);
            said = values[0].Scenario.Over(said);
            if (values.Length > 1)
            {
                swept = swept is null
                    ? new SweptValues(setting.Name, values)
                    : throw new InvalidInputException(
                        $"{setting.OptionName} {string.Join(',', texts)}: only one option may have several values, and {Settings.Find(swept.Name)!.OptionName} has them already");
            }
        }

        return (said, swept);
    }

    private static ImmutableArray<SweptValue> ValuesOf(Setting setting, string[] texts)
    {
        var label = $"{setting.OptionName} {string.Join(',', texts)}: {setting.Name}";
        var values = ImmutableArray.CreateBuilder<SweptValue>();
        foreach (var text in texts)
        {
            var scenario = Scenario.Empty.With(setting, text, label);
            var value = double.Parse(text, CultureInfo.InvariantCulture) + 0.0;
            if (values.Any(other => other.Value.Equals(value)))
            {
                throw new InvalidInputException($"{setting.OptionName} {string.Join(',', texts)}: {text} is there twice");
            }

            values.Add(new SweptValue(value, scenario));
        }

        return values.ToImmutable();
    }
}

/// <summary>The values of a setting that has several.</summary>
/// <param name="Name">The setting's name.</param>
/// <param name="Values">The values, no two alike.</param>
internal sealed record SweptValues(string Name, ImmutableArray<SweptValue> Values);

/// <summary>One value of a setting.</summary>
/// <param name="Value">The value.</param>
/// <param name="Scenario">The scenario that has it and says nothing else.</param>
internal sealed record SweptValue(double Value, Scenario Scenario);
