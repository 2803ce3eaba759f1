namespace MovieChain.Learning;

/// <summary>The records of one member and one film.</summary>
/// <param name="Film">The film.</param>
/// <param name="Offers">Weeks in which the member was offered the film, at least one.</param>
/// <param name="Purchases">Weeks in which the member bought it.</param>
/// <param name="Last">The member's last decision.</param>
internal readonly record struct Interaction(FilmId Film, ushort Offers, ushort Purchases, Decision Last)
{
    /// <summary>Whether the member both bought and declined the film.</summary>
    public bool IsMixed => Purchases > 0 && Purchases < Offers;
}
