using System.Globalization;
using System.Text;
using ADRaffy.ENSNormalize;

namespace MovieChain.Exchange;

/// <summary>When two texts name one provider.</summary>
internal static class ProviderName
{
    /// <summary>The name in composed form (NFC). The library does it because .NET leaves texts as they are where cultures are invariant.</summary>
    public static string Compose(string name) => Ascii.IsValid(name) ? name : ENSNormalize.NF.NFC(name);

    /// <summary>Whether two texts name one provider: composed and decomposed letters are the same, and so are upper and lower case.</summary>
    public static bool AreSame(string left, string right) => Compose(left).Equals(Compose(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>What two names have in common that look alike: the name without spaces and variation selectors, in upper case.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var rune in Compose(name).EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpaceSeparator && !IsVariationSelector(rune)))
        {
            key.Append(Rune.ToUpperInvariant(rune).ToString());
        }

        return key.ToString();
    }

    /// <summary>Whether a character shows nothing: it controls something, or is an empty letter or mark. A space shows a gap.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;

    private static bool IsVariationSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0x180B and <= 0x180D or 0x180F;
}
