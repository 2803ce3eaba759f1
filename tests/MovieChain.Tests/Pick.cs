using CsCheck;

namespace MovieChain.Tests;

/// <summary>Draws from a few given values.</summary>
internal static class Pick
{
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
