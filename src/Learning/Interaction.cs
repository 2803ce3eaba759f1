namespace MovieChain.Learning;

/// <summary>What is on record of one member and one film.</summary>
/// <param name="Film">The film.</param>
/// <param name="Offers">How often the member was offered it, at least once.</param>
/// <param name="Purchases">How often the member bought it, at most as often as it was offered.</param>
/// <param name="Last">What it did the last time.</param>
public readonly record struct Interaction(FilmId Film, ushort Offers, ushort Purchases, Decision Last)
{
    /// <summary>Whether the member decided now one way, now the other.</summary>
    public bool IsMixed => Purchases > 0 && Purchases < Offers;
}
