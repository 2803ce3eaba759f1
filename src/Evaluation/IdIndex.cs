using System.Text;

namespace MovieChain.Evaluation;

/// <summary>
/// Maps the ids of files to consecutive indices from 0. The indices follow <see cref="IdOrder"/> and not the order of the rows, so that the order of
/// the rows affects nothing. They are known once all files have been read; until then an id has a provisional number.
/// </summary>
internal sealed class IdIndex
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<string> _ids = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private (string[] Ids, int[] Indices)? _sorted;
    private char[] _text = new char[64];

    public IdIndex() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _ids.Count;

    /// <summary>The id of an index.</summary>
    public string this[int index] => Sorted.Ids[index];

    private (string[] Ids, int[] Indices) Sorted => _sorted ??= Sort();

    /// <summary>The provisional number of an id; a new id gets the next number.</summary>
    /// <exception cref="DecoderFallbackException">The id is not UTF-8.</exception>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        if (_text.Length < utf8.Length)
        {
            _text = new char[utf8.Length];
        }

        var id = _text.AsSpan(0, _strictUtf8.GetChars(utf8, _text));
        if (!_lookup.TryGetValue(id, out var number))
        {
            number = _ids.Count;
            _ids.Add(id.ToString());
            _numbers.Add(_ids[number], number);
            _sorted = null;
        }

        return number;
    }

    /// <summary>The index of an id that has a provisional number.</summary>
    public int IndexOf(int number) => Sorted.Indices[number];

    /// <summary>The index of an id; false for an unknown id.</summary>
    public bool TryGet(string id, out int index)
    {
        var isKnown = _numbers.TryGetValue(id, out var number);
        index = isKnown ? IndexOf(number) : 0;
        return isKnown;
    }

    private (string[] Ids, int[] Indices) Sort()
    {
        var ids = _ids.ToArray();
        var numbers = Enumerable.Range(0, ids.Length).ToArray();
        Array.Sort(ids, numbers, IdOrder.Instance);
        var indices = new int[ids.Length];
        for (var index = 0; index < indices.Length; index++)
        {
            indices[numbers[index]] = index;
        }

        return (ids, indices);
    }
}
