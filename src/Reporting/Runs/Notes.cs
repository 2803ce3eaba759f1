using System.Globalization;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Runs;

/// <summary>Notes on the figures of a run.</summary>
internal static class Notes
{
    /// <summary>The notes on a result, a sentence each.</summary>
    public static IEnumerable<string> On(SimulationResult result)
    {
        if (result.Options.Recommender.Note is { } always)
        {
            yield return always;
        }

        if (result.Options.Recommender.NoteWithoutTraining is { } untrained
            && result.Weeks.All(week => week.Providers.All(provider => provider.TrainingRows == 0)))
        {
            yield return untrained;
        }

        var unsold = ProviderSummary.Of(result).Where(provider => provider.Bought == 0).ToList();
        if (unsold.Count > 0)
        {
            var what = unsold.Count == result.Options.Providers.Length ? "Nothing was sold" : $"{string.Join(", ", unsold.Select(provider => provider.Name))} sold nothing";
            yield return $"{what}: {WhyNothingWasSold(result.Options, Money.Sum(unsold.Select(provider => provider.OracleProfit)))}.";
        }

        if (result.Options.Revoke is { } revocation)
        {
            foreach (var note in On(revocation, result))
            {
                yield return note;
            }
        }

        if (result.Fault is { } fault)
        {
            yield return $"The chain is not valid: block {fault.Height} has a fault of kind {fault.Kind}.";
        }
    }

    /// <summary>Why nothing was sold.</summary>
    /// <param name="options">The market.</param>
    /// <param name="oracle">What the oracle would have earned.</param>
    internal static string WhyNothingWasSold(SimulationOptions options, Money oracle) => SettingRules.FindPoverty(options) ?? (oracle == Money.Zero
        ? "no film was wanted and affordable"
        : $"no film on the slates was wanted and affordable; the oracle would have earned {oracle}");

    private static IEnumerable<string> On(Revocation revocation, SimulationResult result)
    {
        var place = revocation.Week.Number - 1;
        if (place >= result.Weeks.Length)
        {
            yield return $"Nobody has withdrawn yet: week {revocation.Week.Number} lies beyond this run.";
            yield break;
        }

        var after = result.Weeks[place].Providers;
        var withdrawn = after.Sum(provider => provider.Withdrawn);
        var consenting = after.Sum(provider => provider.Consenting) + withdrawn;
        if (withdrawn == 0)
        {
            yield return $"In week {revocation.Week.Number} nobody withdrew.";
            yield break;
        }

        var isTrained = result.Options.Recommender.Learns;
        yield return string.Create(CultureInfo.InvariantCulture, $"In week {revocation.Week.Number}, {withdrawn:N0} of {consenting:N0} consenting ")
            + $"members withdrew: nobody can read their records any more{(isTrained ? ", and the models were trained anew without them" : "")}.";
        if (!isTrained)
        {
            yield break;
        }

        var shrunk = result.Options.Providers.Select((provider, p) => string.Create(
            CultureInfo.InvariantCulture,
            $"{provider.Name} {(place == 0 ? 0 : result.Weeks[place - 1].Providers[p].TrainingRows):N0} to {after[p].TrainingRows:N0}"));
        yield return $"Order lines learned from, the week before to that week: {string.Join(", ", shrunk)}.";
    }
}
