using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;

namespace MovieChain.CommandLine;

/// <summary>Options of the market of which one may be given several values, such as <c>--consent 1,0.9,0.5</c>.</summary>
/// <param name="market">The options of the market, in the place of some of which these stand.</param>
internal sealed class SweptOptions(MarketOptions market)
{
    private static readonly ImmutableArray<string> _keys = ["consent", "customers", "sharedAudience", "drift"];

    private readonly ImmutableDictionary<string, Option<string?>> _options = _keys.ToImmutableDictionary(OptionOf.NameOf, key => ListOf(OptionOf.NameOf(key), market));

    /// <summary>The option that stands in the place of one of the market's: a list or the option itself.</summary>
    public Option InPlaceOf(Option option) => _options.GetValueOrDefault(option.Name) ?? option;

    /// <summary>What was said, of an option with several values the first; and these values.</summary>
    /// <exception cref="InvalidInputException">A value is not allowed or there twice, or two options have several.</exception>
    public (Settings Said, SweptValues? Swept) Read(ParseResult parsed)
    {
        var said = new Settings();
        SweptValues? swept = null;
        foreach (var key in _keys)
        {
            var name = OptionOf.NameOf(key);
            if (parsed.GetValue(_options[name]) is not { } text)
            {
                continue;
            }

            var values = ValuesOf(key, name, text);
            said = said.Over(values[0].Settings);
            if (values.Length > 1)
            {
                swept = swept is null
                    ? new SweptValues(key, values)
                    : throw new InvalidInputException($"{name} {text}: only one option may have several values, and {OptionOf.NameOf(swept.Key)} has them already");
            }
        }

        return (said, swept);
    }

    private static ImmutableArray<SweptValue> ValuesOf(string key, string name, string text)
    {
        var values = ImmutableArray.CreateBuilder<SweptValue>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var settings = Read(part);
            var value = double.Parse(part, CultureInfo.InvariantCulture) + 0.0;
            if (values.Any(other => other.Value.Equals(value)))
            {
                throw new InvalidInputException($"{name} {text}: {part} is there twice");
            }

            values.Add(new SweptValue(value, settings));
        }

        return values.ToImmutable();

        Settings Read(string part)
        {
            try
            {
                return ScenarioFile.ReadSetting(key, part);
            }
            catch (InvalidInputException fault)
            {
                throw new InvalidInputException($"{name} {text}: {fault.Message}");
            }
        }
    }

    private static Option<string?> ListOf(string name, MarketOptions market)
    {
        var single = market.All.First(option => option.Name == name);
        return new(name) { HelpName = $"{single.HelpName},...", Description = single.Description };
    }
}

/// <summary>The values of an option that has several.</summary>
/// <param name="Key">The option's name in scenario files.</param>
/// <param name="Values">The values, no two alike.</param>
internal sealed record SweptValues(string Key, ImmutableArray<SweptValue> Values);

/// <summary>One value of an option.</summary>
/// <param name="Value">The value.</param>
/// <param name="Settings">The setting that it makes.</param>
internal sealed record SweptValue(double Value, Settings Settings);
