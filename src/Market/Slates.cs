namespace MovieChain.Market;

/// <summary>What a provider offers in one week: to each member the same number of different films, in order.</summary>
internal sealed class Slates
{
    private readonly FilmId[] _films;

    /// <summary>Fills a slate for each member.</summary>
    /// <param name="members">How many members there are.</param>
    /// <param name="size">How many films a slate holds, at least 1.</param>
    /// <param name="fill">Fills the slate of the member with the given number; called from several threads.</param>
    /// <param name="workers">Who does the work.</param>
    public Slates(int members, int size, SlateFiller fill, Workers workers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
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

    /// <summary>Fills one member's slate with different films.</summary>
    /// <param name="member">The member's number.</param>
    /// <param name="slate">The slate to fill.</param>
    public delegate void SlateFiller(int member, Span<FilmId> slate);

    /// <summary>How many members are offered a slate.</summary>
    public int Members { get; }

    /// <summary>How many films a slate holds.</summary>
    public int Size { get; }

    /// <summary>What a member is offered, in order.</summary>
    public ReadOnlySpan<FilmId> this[int member] => _films.AsSpan(member * Size, Size);
}
