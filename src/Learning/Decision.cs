namespace MovieChain.Learning;

/// <summary>What a member did with a film that it was offered, and when. Takes two bytes, because a provider remembers one for each
/// pair of a member and a film.</summary>
internal readonly record struct Decision
{
    private readonly ushort _weekAndOutcome;

    /// <summary>A decision.</summary>
    /// <param name="week">The week of the offer, at most <see cref="Week.MaxNumber"/>.</param>
    /// <param name="bought">Whether the member bought.</param>
    public Decision(Week week, bool bought) => _weekAndOutcome = (ushort)((week.Number << 1) | (bought ? 1 : 0));

    /// <summary>The week of the offer.</summary>
    public Week Week => new(_weekAndOutcome >> 1);

    /// <summary>Whether the member bought.</summary>
    public bool Bought => (_weekAndOutcome & 1) != 0;
}
