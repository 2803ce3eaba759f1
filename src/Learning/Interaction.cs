namespace MovieChain.Learning;

/// <summary>What is on record of one member and one film.</summary>
/// <param name="Film">The film.</param>
/// <param name="Offers">In how many weeks the member was offered it, at least one.</param>
/// <param name="Purchases">In how many weeks the member bought it, at most as many.</param>
/// <param name="Last">What it did the last time.</param>
internal readonly record struct Interaction(FilmId Film, ushort Offers, ushort Purchases, Decision Last)
{
    /// <summary>Whether the member decided now one way, now the other.</summary>
    public bool IsMixed => Purchases > 0 && Purchases < Offers;
}
