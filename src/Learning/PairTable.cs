using Microsoft.ML;
using Microsoft.ML.Data;

namespace MovieChain.Learning;

/// <summary>
/// Training examples: one row for each pair of a member and a film. The label is 1 if the member bought the film when it was last offered,
/// else 0. A pair counts once however often the film was offered: repeats add little information.
/// </summary>
internal sealed class PairTable
{
    private readonly Interactions _interactions;
    private readonly List<uint> _memberKeys = [];
    private readonly List<uint> _filmKeys = [];
    private readonly List<float> _labels = [];

    private PairTable(Interactions interactions) => _interactions = interactions;

    public static PairTable All(Interactions interactions) => Split(interactions, static (_, _) => false).Others;

    /// <summary>Splits all pairs into those picked and the others.</summary>
    public static (PairTable Picked, PairTable Others) Split(Interactions interactions, Func<MemberId, FilmId, bool> pick)
    {
        var (picked, others) = (new PairTable(interactions), new PairTable(interactions));
        for (var row = 0; row < interactions.MemberCount; row++)
        {
            foreach (var pair in interactions.Row(row))
            {
                (pick(interactions.Members[row], pair.Film) ? picked : others).Add(row, pair);
            }
        }

        return (picked, others);
    }

    public int Count => _labels.Count;

    public int FilmCount => _interactions.FilmCount;

    /// <summary>An example's row of the interactions, film and label.</summary>
    public (int Row, FilmId Film, float Label) this[int index] =>
        ((int)_memberKeys[index] - 1, new FilmId((ushort)(_filmKeys[index] - 1)), _labels[index]);

    /// <summary>The mean of at least one label.</summary>
    public float MeanLabel() => (float)(_labels.Sum(static label => (double)label) / Count);

    /// <summary>The examples with the columns Member (key), Film (key) and Label.</summary>
    public IDataView ToDataView() => new ColumnarDataView(
        ("Member", new KeyDataViewType(typeof(uint), _interactions.MemberCount), _memberKeys.ToArray()),
        ("Film", new KeyDataViewType(typeof(uint), _interactions.FilmCount), _filmKeys.ToArray()),
        ("Label", NumberDataViewType.Single, _labels.ToArray()));

    private void Add(int row, Interaction pair)
    {
        // Key 0 stands for a missing value in ML.NET.
        _memberKeys.Add((uint)row + 1);
        _filmKeys.Add(pair.Film.Index + 1u);
        _labels.Add(pair.Last.Bought ? 1 : 0);
    }
}
