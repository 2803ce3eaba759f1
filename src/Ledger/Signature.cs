using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MovieChain.Ledger;

/// <summary>
/// ECDSA signature on the curve P-256 (FIPS 186-5): r and s, 32 bytes each, big-endian. If (r, s) is valid, so is (r, n − s). Only the pair
/// with the lower s is accepted, so that a third party cannot turn a signature into a second valid one.
/// Any 64 bytes can be stored; <see cref="PublicKey.Verifies"/> checks them.
/// </summary>
internal readonly struct Signature
{
    public const int Length = 64;

    private const int ScalarLength = Length / 2;

    /// <summary>n, the order of the curve's group (FIPS 186-5 and SP 800-186, section 3.2.1.3).</summary>
    internal static readonly BigInteger Order = new(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    private readonly Storage _bytes;

    /// <exception cref="ArgumentException">The length is not 64 bytes.</exception>
    public Signature(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A signature has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        bytes.CopyTo(_bytes);
    }

    /// <summary>r, then s.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Whether s is at most n/2.</summary>
    public bool IsLow => S <= Order / 2;

    /// <summary>The equivalent signature with the lower s.</summary>
    public Signature Lower()
    {
        if (IsLow)
        {
            return this;
        }

        Span<byte> lower = stackalloc byte[Length];
        Bytes[..ScalarLength].CopyTo(lower);
        lower[ScalarLength..].Clear();
        var s = Order - S;
        s.TryWriteBytes(lower[^s.GetByteCount(isUnsigned: true)..], out _, isUnsigned: true, isBigEndian: true);
        return new Signature(lower);
    }

    private BigInteger S => new(Bytes[ScalarLength..], isUnsigned: true, isBigEndian: true);

    [InlineArray(Length)]
    private struct Storage
    {
        private byte _first;
    }
}
