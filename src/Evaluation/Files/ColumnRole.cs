using System.Collections.Immutable;
using System.Globalization;

namespace MovieChain.Evaluation.Files;

/// <summary>A column to be found in a rating file.</summary>
/// <param name="Key">Its key in <c>--columns</c>.</param>
/// <param name="Meaning">What it is called in messages.</param>
/// <param name="Choice">The name or position that the user gave; null if none.</param>
/// <param name="Use">What the task does with it.</param>
/// <param name="KnownNames">Names that are known without the user's help, as <see cref="Normalize"/> returns them.</param>
internal sealed record ColumnRole(string Key, string Meaning, string? Choice, ColumnUse Use, ImmutableHashSet<string> KnownNames)
{
    public static readonly ImmutableHashSet<string> UserNames =
        ["user", "userid", "users", "uid", "userno", "member", "memberid", "customer", "customerid", "reviewer", "reviewerid", "person", "personid", "account", "accountid"];

    public static readonly ImmutableHashSet<string> FilmNames =
    [
        "item", "itemid", "items", "iid", "movie", "movieid", "mid", "film", "filmid", "asin", "parentasin", "product", "productid", "book", "bookid", "isbn",
        "song", "songid", "track", "trackid", "artist", "artistid", "album", "albumid", "game", "gameid", "show", "showid", "anime", "animeid", "video", "videoid",
        "business", "businessid",
    ];

    public static readonly ImmutableHashSet<string> RatingNames =
        ["rating", "ratings", "score", "scores", "stars", "star", "starrating", "overall", "bookrating", "userrating", "preference", "grade"];

    public static readonly ImmutableHashSet<string> TimeNames =
        ["timestamp", "timestamps", "time", "date", "datetime", "unixreviewtime", "unixtime", "epoch", "ratedat", "createdat", "ratingtime", "ratingdate", "reviewdate"];

    /// <summary>Whether it holds ids, which may be any text.</summary>
    public bool IsId => Key is "user" or "item";

    /// <summary>The position that the user gave, from 0; null if none.</summary>
    public int? Position => int.TryParse(Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position - 1 : null;

    public bool Knows(string name) => KnownNames.Contains(Normalize(name));

    /// <summary>The place of the column in a header: that of the name that the user gave, otherwise that of a known name; null if it has neither.</summary>
    /// <exception cref="ColumnFault">The name that the user gave is not there, or several names fit.</exception>
    public int? FindName(ImmutableArray<string> header)
    {
        int[] places = [.. Enumerable.Range(0, header.Length).Where(place => Choice is null ? Knows(header[place]) : header[place] == Choice)];
        if (places.Length == 0 && Choice is not null && Normalize(Choice).Length > 0)
        {
            places = [.. Enumerable.Range(0, header.Length).Where(place => Normalize(header[place]) == Normalize(Choice))];
        }

        return places switch
        {
            [] when Choice is not null => throw new ColumnFault($"has no column '{Choice}' (--columns {Key}={Choice})"),
            [] => null,
            [var only] => only,
            _ => throw new ColumnFault($"has several columns for the {Meaning}, {string.Join(" and ", places.Select(place => $"'{header[place]}'"))}; choose one with --columns {Key}=NAME"),
        };
    }

    /// <summary>Says that the column is missing, why it is needed, and what helps.</summary>
    public string WordsWhereMissing(ImmutableArray<string> first, bool isHeader)
    {
        var need = Key switch
        {
            "rating" => "; --implicit needs no ratings",
            "time" => "; --train and --test need no times",
            _ => "",
        };
        return isHeader
            ? $"is a header without a known name for the {Meaning}, or a row of a file without a header; give its name or place with --columns {Key}=NAME{need}"
            : $"has {RatingColumns.Fields(first.Length)} and no header, so the {Meaning} is missing; if its place is another, give all places with --columns user=1,item=2,...{need}";
    }

    /// <summary>Letters and digits in lower case, without the type that RecBole adds after a colon.</summary>
    private static string Normalize(string name) =>
        string.Concat(name.Split(':')[0].Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
