namespace MovieChain;

/// <summary>How often a member can buy the same film.</summary>
internal enum Repeat
{
    /// <summary>Once per week.</summary>
    Rent,
    /// <summary>Once ever, from any provider.</summary>
    Once,
}
