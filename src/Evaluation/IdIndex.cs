namespace MovieChain.Evaluation;

/// <summary>Maps the ids of files to consecutive indices from 0, in order of first occurrence.</summary>
internal sealed class IdIndex
{
    private readonly Dictionary<int, int> _indices = [];
    private readonly List<int> _ids = [];

    public int Count => _ids.Count;

    public int this[int index] => _ids[index];

    /// <summary>The index of an id; a new id gets the next index.</summary>
    public int Add(int id)
    {
        if (!_indices.TryGetValue(id, out var index))
        {
            index = _ids.Count;
            _indices.Add(id, index);
            _ids.Add(id);
        }

        return index;
    }

    /// <summary>The index of an id; false for an unknown id.</summary>
    public bool TryGet(int id, out int index) => _indices.TryGetValue(id, out index);
}
