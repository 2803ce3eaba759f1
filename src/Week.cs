namespace MovieChain;

/// <summary>A week of the simulation. The first is 1; the default, 0, is the time before it.</summary>
internal readonly record struct Week(int Number)
{
    /// <summary>The most weeks that a simulation may last: ten years.</summary>
    public const int MaxNumber = 520;

    /// <summary>How long a week lasts in seconds of simulated time.</summary>
    public const long Seconds = 7 * 24 * 60 * 60;
}
