namespace MovieChain.Evaluation;

/// <summary>Numbers the ids of files densely from 0, in the order in which they are first met.</summary>
internal sealed class IdIndex
{
    private readonly Dictionary<int, int> _places = [];
    private readonly List<int> _ids = [];

    /// <summary>How many different ids have been met.</summary>
    public int Count => _ids.Count;

    /// <summary>The id at a place.</summary>
    public int this[int place] => _ids[place];

    /// <summary>An id's place; a new one for an id not met before.</summary>
    public int Add(int id)
    {
        if (!_places.TryGetValue(id, out var place))
        {
            place = _ids.Count;
            _places.Add(id, place);
            _ids.Add(id);
        }

        return place;
    }

    /// <summary>An id's place; false when it has not been met.</summary>
    public bool TryGet(int id, out int place) => _places.TryGetValue(id, out place);
}
