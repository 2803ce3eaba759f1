namespace MovieChain;

/// <summary>A member's rating of a film that it bought, in hundredths: 0 to 100 for 0.00 to 1.00.</summary>
internal readonly record struct Rating(byte Hundredths)
{
    /// <summary>The highest rating, in hundredths.</summary>
    public const byte MaxHundredths = 100;
}
