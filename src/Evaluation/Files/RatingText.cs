using System.Globalization;
using System.Text;

namespace MovieChain.Evaluation.Files;

/// <summary>Reads numbers and times of rating files.</summary>
internal static class RatingText
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const int Longest = 40;

    private static readonly string[] _timeFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyyMMdd'T'HHmmssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzz",
    ];

    /// <summary>Whether a text is a number, with a decimal point or a decimal comma, or a time.</summary>
    public static bool IsNumberOrTime(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return TryParseNumber(utf8, hasDecimalComma: true, out _) || TryParseIsoTime(utf8, out _);
    }

    /// <summary>Reads a finite number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasDecimalComma">Whether the decimal point may be a comma.</param>
    /// <param name="value">The number.</param>
    public static bool TryParseNumber(ReadOnlySpan<byte> text, bool hasDecimalComma, out double value)
    {
        if (hasDecimalComma && text.Length <= Longest && text.IndexOf((byte)',') is >= 0 and var comma)
        {
            Span<byte> pointed = stackalloc byte[text.Length];
            text.CopyTo(pointed);
            pointed[comma] = (byte)'.';
            return double.TryParse(pointed, Styles, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }

        return double.TryParse(text, Styles, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Reads a date, or a date and time, of ISO 8601 as seconds since 1970. Without an offset it is UTC.</summary>
    public static bool TryParseIsoTime(ReadOnlySpan<byte> text, out double seconds)
    {
        Span<char> characters = stackalloc char[Longest];
        seconds = 0;
        if (text.Length > Longest || !Encoding.UTF8.TryGetChars(text, characters, out var length)
            || !DateTimeOffset.TryParseExact(WithoutNanoseconds(characters[..length]), _timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return false;
        }

        seconds = (double)(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        return true;
    }

    /// <summary>The time with at most seven decimals of a second; .NET reads no more.</summary>
    private static ReadOnlySpan<char> WithoutNanoseconds(Span<char> time)
    {
        const int MostDecimals = 7;
        var begin = time.IndexOf('.') + 1;
        var decimals = begin == 0 ? 0 : time[begin..].IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? time.Length - begin : end;
        if (decimals <= MostDecimals)
        {
            return time;
        }

        time[(begin + decimals)..].CopyTo(time[(begin + MostDecimals)..]);
        return time[..(time.Length - decimals + MostDecimals)];
    }
}
