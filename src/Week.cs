namespace MovieChain;

/// <summary>A simulated week, from 1; 0 (the default) is the time before week 1.</summary>
internal readonly record struct Week(int Number)
{
    /// <summary>Longest simulation: ten years.</summary>
    public const int MaxNumber = 520;

    /// <summary>Length of a week in seconds of simulated time.</summary>
    public const long Seconds = 7 * 24 * 60 * 60;
}
