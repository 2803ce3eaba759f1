namespace MovieChain.Randomness;

/// <summary>
/// Philox4x32-10, a counter-based generator: a keyed bijection of 128-bit counters whose outputs pass statistical tests of randomness.
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011.
/// </summary>
internal static class Philox4x32
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;
    private const int Rounds = 10;

    public static Block Generate(Block counter, uint key0, uint key1)
    {
        var (x0, x1, x2, x3) = counter;
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * x0;
            var product1 = (ulong)Multiplier1 * x2;
            x0 = (uint)(product1 >> 32) ^ x1 ^ key0;
            x1 = (uint)product1;
            x2 = (uint)(product0 >> 32) ^ x3 ^ key1;
            x3 = (uint)product0;
            key0 += KeyStep0;
            key1 += KeyStep1;
        }

        return new Block(x0, x1, x2, x3);
    }

    /// <summary>Four 32-bit words: the counter as input, random bits as output.</summary>
    internal readonly record struct Block(uint X0, uint X1, uint X2, uint X3);
}
