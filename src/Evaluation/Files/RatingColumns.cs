using System.Collections.Immutable;

namespace MovieChain.Evaluation.Files;

/// <summary>Places of the columns, from 0; null for a column that is not read.</summary>
/// <param name="User">Column of users.</param>
/// <param name="Film">Column of films.</param>
/// <param name="Rating">Column of ratings.</param>
/// <param name="Time">Column of times.</param>
/// <param name="HasHeader">Whether the first record is a header.</param>
/// <param name="IsByName">Whether all columns were found by their names in the header.</param>
internal sealed record RatingColumns(int User, int Film, int? Rating, int? Time, bool HasHeader, bool IsByName)
{
    /// <summary>Finds the columns of a file by its first record.</summary>
    /// <param name="first">Fields of the first record.</param>
    /// <param name="format">What is known about the format.</param>
    /// <exception cref="ColumnFault">A column that is needed is missing or ambiguous.</exception>
    public static RatingColumns Find(ImmutableArray<string> first, RatingFormat format)
    {
        ColumnRole[] roles =
        [
            new("user", "user", format.Columns.User, ColumnUse.Required, ColumnRole.UserNames),
            new("item", "film", format.Columns.Item, ColumnUse.Required, ColumnRole.FilmNames),
            new("rating", "rating", format.Columns.Rating, format.Ratings, ColumnRole.RatingNames),
            new("time", "time", format.Columns.Time, format.Times, ColumnRole.TimeNames),
        ];
        var isHeader = IsHeader(first, roles);
        if (!isHeader && Array.TrueForAll(roles, role => role.Choice is null))
        {
            CheckIsRow(first);
        }

        var places = new int?[roles.Length];
        for (var i = 0; i < roles.Length; i++)
        {
            places[i] = roles[i].Use == ColumnUse.Ignored ? null
                : roles[i].Position is { } position ? CheckExists(position, roles[i], first)
                : isHeader ? roles[i].FindName(first)
                : Array.Exists(roles, role => role.Choice is not null) || i >= first.Length ? null
                : i;
            if (places[i] is null && roles[i].Use == ColumnUse.Required)
            {
                throw new ColumnFault(roles[i].WordsWhereMissing(first, isHeader));
            }
        }

        return new RatingColumns(places[0]!.Value, places[1]!.Value, places[2], places[3], isHeader, IsByName: isHeader && Array.TrueForAll(roles, role => role.Position is null));
    }

    /// <summary>The same columns one place further right, after a column without a name.</summary>
    public RatingColumns ShiftRight() => this with { User = User + 1, Film = Film + 1, Rating = Rating + 1, Time = Time + 1 };

    /// <summary>A header has a name that the user gave or that is known. A first record without a number in the position that the user gave for the rating
    /// or the time is a header too.</summary>
    private static bool IsHeader(ImmutableArray<string> first, ColumnRole[] roles)
    {
        if (Array.Exists(roles, role => role.Choice is not null && role.Position is null))
        {
            return true;
        }

        // A film may be called "Date": a name for ratings or times alone makes a header only where nothing is a number.
        var hasNumbers = first.Any(RatingText.IsNumberOrTime);
        return Array.Exists(roles, role => (role.IsId || !hasNumbers) && first.Any(role.Knows))
            || Array.Exists(roles, role => !role.IsId && role.Position < first.Length && !RatingText.IsNumberOrTime(first[role.Position.Value]));
    }

    /// <summary>Without a header, the fields are user, film, rating and time, in this order.</summary>
    private static void CheckIsRow(ImmutableArray<string> first)
    {
        const string Help = "name the columns with --columns user=NAME,item=NAME,rating=NAME,time=NAME, or their positions with --columns user=1,item=2,...";
        if (first.Length < 2)
        {
            throw new ColumnFault("has one field; user, film, rating and time must be separated by commas, semicolons, tabs, spaces or '::'; see --layout");
        }

        if (!first.Any(RatingText.IsNumberOrTime))
        {
            throw new ColumnFault($"is neither a header with known names nor a row of user, film and rating; {Help}");
        }

        if (first.Length > 4)
        {
            throw new ColumnFault($"has {Fields(first.Length)} and is no header with known names; {Help}");
        }
    }

    public static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";

    private static int CheckExists(int position, ColumnRole role, ImmutableArray<string> first) => position < first.Length
        ? position
        : throw new ColumnFault($"has {Fields(first.Length)}, so there is no column {position + 1} (--columns {role.Key}={role.Choice})");
}

/// <summary>A column that is needed is missing or ambiguous. The message follows the text of the first record.</summary>
internal sealed class ColumnFault(string message) : Exception(message);
