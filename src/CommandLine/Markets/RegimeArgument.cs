using System.Collections.Immutable;
using System.Text.Json;
using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Markets;

/// <summary>Reads regimes: an access rule, a scenario file, settings such as <c>rank=8</c>, or several of these joined by '+'.</summary>
internal static class RegimeArgument
{
    /// <summary>The most regimes that are compared at once.</summary>
    public const int Most = 16;

    private const char Joint = '+';

    private static readonly string _allowed =
        $"{AccessRule.OwnPreset}, {AccessRule.NotebookPreset}, {AccessRule.AllPreset}, pairs READER:OWNER, a scenario file (FILE.json) or settings NAME=VALUE, several joined by '{Joint}'";

    private static readonly ImmutableArray<string> _settings = [.. Settings.All.Where(row => row != Settings.Seed).Select(row => row.Name)];

    /// <summary>The regimes of a study. What a regime does not say comes from the baseline, then from the options, then from their scenario file.</summary>
    /// <param name="texts">The user's regimes, the baseline first.</param>
    /// <param name="options">What the options of the command line say.</param>
    /// <param name="file">What the scenario file says.</param>
    /// <exception cref="RefusalException">A text is not a regime, its file cannot be read, the regimes cannot be compared, or an option has no effect.</exception>
    public static ImmutableArray<Regime> ReadAll(IReadOnlyList<string> texts, Scenario options, Scenario file)
    {
        if (texts.Count < 2)
        {
            throw new InvalidInputException($"compare {string.Join(' ', texts)}".TrimEnd() + $": must be given two regimes or more; each is {_allowed}");
        }

        if (texts.Count > Most)
        {
            throw new InvalidInputException($"compare: {texts.Count} regimes are given, must be at most {Most}");
        }

        var market = options.Over(file);
        var said = Read(texts[0], () => ScenarioOf(texts[0], market));
        CheckEffect(options, said, texts[0]);
        var baseline = said.Over(market);
        ImmutableArray<Regime> regimes =
        [
            Read(texts[0], () => new Regime(texts[0], baseline.ToOptions())),
            .. texts.Skip(1).Select(text => Read(text, () => new Regime(text, ScenarioOf(text, baseline).Over(said).Over(market).ToOptions()))),
        ];
        CheckComparable(regimes);
        CheckMarketHasEffect(market, regimes);
        return regimes;
    }

    private static T Read<T>(string text, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RefusalException fault)
        {
            throw new RefusalException(fault.ExitCode, $"regime '{text}': {fault.Message}");
        }
    }

    /// <summary>An option that the baseline decides would act on no regime: the others take the baseline's value or have their own.</summary>
    private static void CheckEffect(Scenario options, Scenario baseline, string name)
    {
        if (Settings.All.FirstOrDefault(setting => options.Values.ContainsKey(setting) && baseline.Decides(setting)) is { } setting)
        {
            throw new InvalidInputException($"{setting.OptionName} {options.Values[setting]}: has no effect, because the baseline '{name}' sets {setting.Name}; leave it out");
        }
    }

    private static Scenario ScenarioOf(string text, Scenario market)
    {
        // Names of files and providers may contain '+'.
        if (IsFile(text) && File.Exists(text))
        {
            return ReadFile(text);
        }

        var names = market.Providers?.Select(provider => provider.Name).ToList() ?? [.. new SimulationOptions().ProviderNames];
        if (AccessRule.TryParse(text, names, out _, out _))
        {
            return Scenario.Empty.With(Settings.Access, text);
        }

        var said = Scenario.Empty;
        Scenario? file = null;
        foreach (var part in text.Split(Joint, StringSplitOptions.TrimEntries))
        {
            if (IsFile(part))
            {
                file = file is null ? ReadFile(part) : throw new InvalidInputException("names two scenario files");
                continue;
            }

            var (setting, value) = SettingIn(part);
            said = said.Values.ContainsKey(setting) ? throw new InvalidInputException($"says {setting.Name} twice") : said.With(setting, value);
        }

        return file is null ? said : said.Over(file);
    }

    private static (Setting Setting, string Value) SettingIn(string part)
    {
        if (part.IndexOf('=') is var sign && sign >= 0)
        {
            var name = part[..sign];
            var setting = Settings.All.FirstOrDefault(row => row.Name == name || row.OptionName == $"--{name}")
                ?? throw new InvalidInputException($"there is no setting '{name}'{NearestWords.Question(name, _settings)}; the settings are {string.Join(", ", _settings)}");
            return setting == Settings.Seed ? throw SeedFault() : (setting, part[(sign + 1)..]);
        }

        return part.Contains(':') || AccessRule.Presets.Contains(part, StringComparer.OrdinalIgnoreCase)
            ? (Settings.Access, part)
            : throw new InvalidInputException($"'{part}' must be {_allowed}{Question(part)}; regimes follow each other without words between them");
    }

    /// <summary>What a word that is no regime may have meant: <c>popular</c> means <c>recommender=popular</c>, and <c>rank</c> lacks its value.</summary>
    private static string Question(string word)
    {
        var settings = from setting in Settings.All
                       where setting.Kind == JsonValueKind.String && setting != Settings.Access && setting.Allows(word)
                       select $"{setting.Name}={word}";
        return settings.ToList() is [_, ..] meant ? NearestWords.Question(meant) : NearestWords.Question(word, [.. AccessRule.Presets, .. _settings.Select(name => $"{name}=")]);
    }

    private static Scenario ReadFile(string path)
    {
        var scenario = ScenarioFile.Read(path);
        return scenario.Values.ContainsKey(Settings.Seed) ? throw SeedFault() : scenario;
    }

    private static bool IsFile(string text) =>
        text == FilePath.StandardInput
        || (!text.Contains('=') && (text.Contains('/') || text.Contains(Path.DirectorySeparatorChar) || text.EndsWith(".json", StringComparison.OrdinalIgnoreCase)));

    private static InvalidInputException SeedFault() => new("the seed is the study's, not a regime's: give it as --seed");

    /// <summary>Refuses a setting of the market that acts on no regime's recommender. It need not act on all of them.</summary>
    private static void CheckMarketHasEffect(Scenario market, ImmutableArray<Regime> regimes)
    {
        var recommenders = regimes.Select(regime => regime.Options.Recommender).ToList();
        foreach (var (setting, text) in market.Values)
        {
            if (recommenders.All(recommender => SettingRules.WithoutEffect(recommender).Contains(setting)) && !setting.IsDefault(setting.Apply(new SimulationOptions(), text)))
            {
                throw new InvalidInputException(SettingRules.NoEffect(setting, text, recommenders));
            }
        }
    }

    private static void CheckComparable(ImmutableArray<Regime> regimes)
    {
        var baseline = regimes[0];
        for (var i = 1; i < regimes.Length; i++)
        {
            if (regimes[..i].FirstOrDefault(other => other.IsSameAs(regimes[i])) is { } same)
            {
                throw new InvalidInputException($"regime '{regimes[i].Name}': is the same as '{same.Name}', so that there is nothing to compare");
            }

            if (!Names(regimes[i]).SequenceEqual(Names(baseline)))
            {
                throw new InvalidInputException(
                    $"regime '{regimes[i].Name}': has the providers {string.Join(", ", Names(regimes[i]))}, must have those of '{baseline.Name}': {string.Join(", ", Names(baseline))}");
            }

            if (regimes[i].Options.Weeks != baseline.Options.Weeks)
            {
                throw new InvalidInputException(
                    $"regime '{regimes[i].Name}': weeks {regimes[i].Options.Weeks}: must be the {baseline.Options.Weeks} weeks of '{baseline.Name}'");
            }
        }
    }

    private static ImmutableArray<string> Names(Regime regime) => regime.Options.ProviderNames;
}
