using MovieChain.Ledger.Hashing;

namespace MovieChain.Benchmarks;

/// <summary>What this machine has.</summary>
internal static class Machine
{
    /// <summary>The way to hash with so many lanes. Where the machine has none the benchmark fails, and its row reads NA.</summary>
    public static HashPath PathOf(int lanes)
    {
        var path = HashPath.All.Single(path => path.Lanes == lanes);
        return path.IsAvailable ? path : throw new PlatformNotSupportedException($"This machine has no instructions for {path.Name}.");
    }
}
