namespace MovieChain;

/// <summary>How often a member can buy one film.</summary>
internal enum Repeat
{
    /// <summary>Every week anew.</summary>
    Rent,

    /// <summary>Once and never again, from whichever provider.</summary>
    Once,
}
