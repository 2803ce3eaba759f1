namespace MovieChain;

/// <summary>A member's rating of a film it bought, in hundredths: 0 to 100 stand for 0.00 to 1.00.</summary>
internal readonly record struct Rating(byte Hundredths)
{
    public const byte MaxHundredths = 100;
}
