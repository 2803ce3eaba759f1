namespace MovieChain.Evaluation;

/// <summary>
/// Total order of ids that is the same on every machine: runs of digits compare as numbers of any length, all other characters by their code. So
/// 9 is before 10, and u9 before u10. Ids that differ in leading zeros alone compare by code.
/// </summary>
internal sealed class IdOrder : IComparer<string>
{
    public static readonly IdOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x;
        ReadOnlySpan<char> right = y;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            int order;
            if (char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]))
            {
                var first = TakeNumber(ref left);
                var second = TakeNumber(ref right);
                order = first.Length != second.Length ? first.Length.CompareTo(second.Length) : first.SequenceCompareTo(second);
            }
            else
            {
                order = left[0].CompareTo(right[0]);
                left = left[1..];
                right = right[1..];
            }

            if (order != 0)
            {
                return order;
            }
        }

        var longer = left.Length.CompareTo(right.Length);
        return longer != 0 ? longer : string.CompareOrdinal(x, y);
    }

    /// <summary>Takes a run of digits and returns it without leading zeros.</summary>
    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits.TrimStart('0');
    }
}
