namespace MovieChain;

/// <summary>Finds the words that a misspelt or shortened one may have meant. Upper and lower case and dashes before a word
/// do not count; the word itself is no answer.</summary>
internal static class NearestWords
{
    /// <summary>A word that abbreviates more than these suggests none of them.</summary>
    private const int Most = 3;

    /// <summary>A question for a refusal, e.g. <c> (did you mean 'weeks'?)</c>; empty where no word is near.</summary>
    public static string Question(string word, IEnumerable<string> words) => Question(Of(word, words));

    /// <summary>The question for words that are known to be meant.</summary>
    public static string Question(IReadOnlyList<string> meant) =>
        meant.Count > 0 ? $" (did you mean {string.Join(" or ", meant.Select(each => $"'{each}'"))}?)" : "";

    /// <summary>The words with at most one slip; else those that the word abbreviates; else those with the fewest slips, at most one in
    /// three letters. A slip is a letter too many, missing or wrong, or two letters swapped.</summary>
    public static IReadOnlyList<string> Of(string word, IEnumerable<string> words)
    {
        var key = Key(word);
        if (key.Length == 0)
        {
            return [];
        }

        var others = words.Where(each => each != word).ToList();
        var most = Math.Max(1, key.Length / 3);
        var near = others.ToLookup(each => Slips(key, Key(each), most)).OrderBy(group => group.Key).FirstOrDefault();
        if (near?.Key <= 1)
        {
            return [.. near];
        }

        foreach (var isShort in (ReadOnlySpan<Func<string, string, bool>>)[IsPrefix, IsAbbreviation])
        {
            if (others.Where(each => isShort(key, Key(each))).ToList() is { Count: >= 1 and <= Most } meant)
            {
                return meant;
            }
        }

        return near?.Key <= most ? [.. near] : [];
    }

    private static string Key(string word) => word.TrimStart('-').ToLowerInvariant();

    private static bool IsPrefix(string word, string of) => word.Length > 1 && of.StartsWith(word, StringComparison.Ordinal);

    /// <summary>Whether the letters of a word stand in another one in their order, the first one first.</summary>
    private static bool IsAbbreviation(string word, string of)
    {
        var found = 0;
        foreach (var letter in of)
        {
            found += found < word.Length && letter == word[found] ? 1 : 0;
        }

        return word.Length > 2 && found == word.Length && of[0] == word[0];
    }

    /// <summary>The slips between two words: the Damerau-Levenshtein distance in which no letter takes part in two of them. Of more slips
    /// than the most that matter any higher number is returned.</summary>
    private static int Slips(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return int.MaxValue;
        }

        var slips = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                slips[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[left.Length, right.Length];
    }
}
