using System.Collections.Immutable;
using CsvHelper;
using MovieChain.Simulation;

namespace MovieChain.Reporting;

/// <summary>The last columns of a CSV: the settings that are not as by default, so that the rows of several files can be told apart.</summary>
internal static class SettingColumns
{
    /// <summary>The settings in which one of some markets is not as by default, but for the seed, which has a column of its own.</summary>
    public static ImmutableArray<Setting> Of(params IEnumerable<SimulationOptions> markets) =>
        [.. Settings.All.Where(setting => setting != Settings.Seed && !markets.All(setting.IsDefault))];

    /// <summary>Those of them that decide the results of a study.</summary>
    public static ImmutableArray<Setting> OfStudy(IEnumerable<SimulationOptions> markets) => [.. Of(markets).Where(setting => setting.Scope > Scope.Chain)];

    /// <summary>Writes the value that a setting has for a provider.</summary>
    public static void WriteSetting(this CsvWriter csv, Setting setting, SimulationOptions options, int provider)
    {
        if (setting == Settings.Customers)
        {
            csv.WriteField(options.Providers[provider].Customers);
        }
        else
        {
            csv.WriteField(setting.TextOf(options));
        }
    }
}
