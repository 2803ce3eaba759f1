namespace MovieChain.Market;

/// <summary>Slates of a provider in one week: for each subscriber an ordered list of different films, all lists of equal length.</summary>
internal sealed class Slates
{
    private readonly FilmId[] _films;

    /// <param name="members">Number of subscribers.</param>
    /// <param name="size">Films per slate.</param>
    /// <param name="fill">Fills the slate of a subscriber; called on several threads.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    public Slates(int members, int size, SlateFiller fill, Workers workers)
    {
        Members = members;
        Size = size;
        _films = new FilmId[members * size];
        workers.ForRanges(members, (start, end) =>
        {
            for (var member = start; member < end; member++)
            {
                fill(member, _films.AsSpan(member * size, size));
            }
        });
    }

    /// <summary>Fills the slate of one subscriber, given by row, with different films.</summary>
    public delegate void SlateFiller(int member, Span<FilmId> slate);

    public int Members { get; }

    public int Size { get; }

    /// <summary>The slate of a member, in order.</summary>
    public ReadOnlySpan<FilmId> this[int member] => _films.AsSpan(member * Size, Size);
}
