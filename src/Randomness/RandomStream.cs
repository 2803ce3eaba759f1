namespace MovieChain.Randomness;

/// <summary>
/// A sequence of random draws. A mutable value type: a copy continues independently from the same position, so pass it by reference.
/// Create it with <see cref="RandomStreams"/>; the default value is the stream of seed 0 for the first purpose.
/// </summary>
internal struct RandomStream
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _number;
    private readonly uint _second;
    private readonly uint _purpose;
    private uint _nextBlock;
    private int _unused;
    private Philox4x32.Block _block;

    internal RandomStream(ulong seed, uint number, uint second, uint purpose)
    {
        _key0 = (uint)seed;
        _key1 = (uint)(seed >> 32);
        _number = number;
        _second = second;
        _purpose = purpose;
    }

    public uint NextUInt32()
    {
        if (_unused == 0)
        {
            _block = Philox4x32.Generate(new(_nextBlock++, _number, _second, _purpose), _key0, _key1);
            _unused = 4;
        }

        return _unused-- switch
        {
            4 => _block.X0,
            3 => _block.X1,
            2 => _block.X2,
            _ => _block.X3,
        };
    }

    /// <summary>A uniform integer from <paramref name="low"/> to <paramref name="high"/>, both included, without bias.
    /// Source: Lemire, "Fast Random Integer Generation in an Interval", 2019.</summary>
    public int NextInt32(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        var span = (uint)(high - low) + 1;
        if (span == 0)
        {
            return (int)NextUInt32();
        }

        var product = (ulong)NextUInt32() * span;
        if ((uint)product < span)
        {
            var biased = (0u - span) % span;
            while ((uint)product < biased)
            {
                product = (ulong)NextUInt32() * span;
            }
        }

        return low + (int)(product >> 32);
    }

    /// <summary>A uniform number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextDouble()
    {
        var high = (ulong)NextUInt32() << 32;
        return ((high | NextUInt32()) >> 11) * (1.0 / (1UL << 53));
    }
}
