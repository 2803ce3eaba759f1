using System.Globalization;
using MovieChain.Catalogue;
using MovieChain.Exchange;

namespace MovieChain.Simulation;

/// <summary>The rules between settings, which no row of the table can hold.</summary>
internal static class SettingRules
{
    /// <summary>The most films that a provider can offer a week: more do not fit into the memory of the machines that this is for.</summary>
    private const long MaxOffersAWeek = 100_000_000;

    /// <summary>The most members that all providers together may have where some subscribe to all: a provider's subscribers are numbered
    /// like the members of one.</summary>
    private static int MaxSharingMembers => Settings.Customers.Range.Max;

    /// <summary>The options with a slate that fits the catalogue, for users who did not say how long it is.</summary>
    public static SimulationOptions WithDefaultSlate(SimulationOptions options) =>
        options with { Slate = Math.Min(Settings.Slate.Default, options.Films) };

    /// <summary>The options with the access rule that a text says for their providers.</summary>
    /// <exception cref="FormatException">The text says none; the message says why.</exception>
    public static SimulationOptions WithAccess(SimulationOptions options, string text) =>
        AccessRule.TryParse(text, options.ProviderNames, out var rule, out var fault) ? options with { Access = rule } : throw new FormatException(fault);

    /// <summary>Whether a setting acts on a market: one that belongs to certain recommenders acts only where such a recommender makes the slates.</summary>
    public static bool Acts(Setting setting, Recommender recommender) =>
        recommender.Settings.Contains(setting.Name) || !BelongsToRecommenders(setting);

    /// <summary>Whether a setting decides what is on record, and who reads it, and nothing else.</summary>
    public static bool ConcernsRecords(Setting setting) =>
        setting == Settings.Access || setting == Settings.Consent || setting == Settings.PrivacyStrictness || setting == Settings.Revoke;

    /// <summary>Whether a setting decides how slates are learned, and nothing else.</summary>
    public static bool ConcernsRecommender(Setting setting) =>
        setting == Settings.Recommender || BelongsToRecommenders(setting);

    /// <summary>Why no member can pay for any film, in words; null where that is not so.</summary>
    public static string? FindPoverty(SimulationOptions options) => options.WeeklyBudget?.Units < FilmGenerator.LeastPrice
        ? Text($"the weekly budget of {options.WeeklyBudget.Value.Units} is below the price of every film, {FilmGenerator.LeastPrice} to {FilmGenerator.MostPrice}")
        : null;

    /// <summary>The first rule that options break, in words; null when they break none.</summary>
    public static string? FindFault(SimulationOptions options) =>
        FaultOfSlate(options) ?? FaultOfArrivals(options) ?? FaultOfSize(options) ?? FaultOfRevocation(options);

    /// <summary>The first setting that differs from its default without an effect, in words; null when there is none. Such options can be run,
    /// and chains of such runs read; a user who asks for them is mistaken.</summary>
    public static string? FindIdle(SimulationOptions options) =>
        WithoutEffect(options.Recommender).FirstOrDefault(setting => setting.TextOf(options) != setting.DefaultText) is { } idle
            ? NoEffect(idle, idle.TextOf(options), [options.Recommender])
            : null;

    /// <summary>The settings that act on some recommenders, but not on this one.</summary>
    public static IEnumerable<Setting> WithoutEffect(Recommender recommender) =>
        Settings.All.Where(setting => !Acts(setting, recommender));

    /// <summary>Says that a setting has no effect with some recommenders, and with which it has.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="text">Its value.</param>
    /// <param name="recommenders">The recommenders that were chosen.</param>
    public static string NoEffect(Setting setting, string text, IEnumerable<Recommender> recommenders)
    {
        var without = string.Join(" or ", recommenders.Select(row => row.Name).Distinct());
        var with = string.Join(" and ", Recommenders.All.Where(row => row.IsBuiltIn && row.Settings.Contains(setting.Name)).Select(row => row.Name));
        return $"{setting.Name} {text}: has no effect with recommender {without}, only with {with}; leave it out";
    }

    private static bool BelongsToRecommenders(Setting setting) => Recommenders.All.Any(row => row.Settings.Contains(setting.Name));

    private static string? FaultOfSlate(SimulationOptions options) => options.Slate <= options.Films
        ? null
        : Text($"slate {options.Slate}: must be a whole number from 1 to {options.Films}, the number of films");

    private static string? FaultOfArrivals(SimulationOptions options)
    {
        var most = options.Weeks == 1 ? FilmId.MaxCount : (FilmId.MaxCount - options.Films) / (options.Weeks - 1);
        return options.Arrivals <= most
            ? null
            : Text($"arrivals {options.Arrivals}: must be a whole number from 0 to {most}, so that {options.Films} films become at most {FilmId.MaxCount} in {options.Weeks} weeks");
    }

    private static string? FaultOfSize(SimulationOptions options)
    {
        var isShared = options.SharedAudience > 0;
        var together = options.Providers.Sum(provider => (long)provider.Customers);
        if (isShared && together > MaxSharingMembers)
        {
            return Text($"customers {together} of all providers with sharedAudience {options.SharedAudience}: a provider can have at most {MaxSharingMembers} subscribers");
        }

        var subscribers = isShared ? together : options.Providers.Max(provider => provider.Customers);
        return subscribers * options.Slate <= MaxOffersAWeek
            ? null
            : Text($"customers {subscribers} with slate {options.Slate}: a provider can offer at most {MaxOffersAWeek} films a week");
    }

    private static string? FaultOfRevocation(SimulationOptions options) => options.Seal || options.Revoke is not { } revocation
        ? null
        : $"revoke {revocation}: records in the clear cannot be withdrawn; leave records sealed";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
