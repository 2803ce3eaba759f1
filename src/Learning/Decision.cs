namespace MovieChain.Learning;

/// <summary>Whether a member bought a film that it was offered, and when. Packed into two bytes: a provider keeps one for each pair of a
/// member and a film.</summary>
internal readonly record struct Decision
{
    private readonly ushort _weekAndOutcome;

    public Decision(Week week, bool bought) => _weekAndOutcome = (ushort)((week.Number << 1) | (bought ? 1 : 0));

    /// <summary>The week of the offer.</summary>
    public Week Week => new(_weekAndOutcome >> 1);

    public bool Bought => (_weekAndOutcome & 1) != 0;
}
