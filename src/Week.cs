namespace MovieChain;

/// <summary>A week of the simulation. The first is 1; the default, 0, is the time before it.</summary>
public readonly record struct Week(int Number)
{
    /// <summary>The most weeks that a simulation may last: ten years.</summary>
    public const int MaxNumber = 520;
}
