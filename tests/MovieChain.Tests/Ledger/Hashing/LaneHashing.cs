using System.Buffers.Binary;
using System.Runtime.InteropServices;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Tests.Ledger.Hashing;

/// <summary>SHA-256 of messages, one a lane, made of <see cref="Compression{TLanes}"/>. For tests that are about any number of lanes.</summary>
internal abstract class LaneHashing
{
    public static IReadOnlyDictionary<string, LaneHashing> All { get; } = new Dictionary<string, LaneHashing>
    {
        ["16 x 2"] = new Of<Lanes16X2>(),
        ["8"] = new Of<Lanes8>(),
        ["4"] = new Of<Lanes4>(),
        ["1"] = new Of<Lanes1>(),
    };

    public abstract int Lanes { get; }

    public abstract bool IsAccelerated { get; }

    /// <summary>The hashes of as many messages of equal length as there are lanes.</summary>
    public abstract byte[][] Hash(byte[][] messages);

    /// <summary>The first lane not above a limit where the lanes count up from a number.</summary>
    public abstract int FirstNotAbove(uint from, uint limit);

    private sealed class Of<TLanes> : LaneHashing
        where TLanes : struct, ILanes<TLanes>
    {
        public override int Lanes => TLanes.Count;

        public override bool IsAccelerated => TLanes.IsAccelerated;

        public override int FirstNotAbove(uint from, uint limit) => TLanes.FirstNotAbove(TLanes.CountFrom(from), limit);

        public override byte[][] Hash(byte[][] messages)
        {
            var padded = messages.Select(Pad).ToArray();
            var w = new TLanes[64];
            var words = MemoryMarshal.Cast<TLanes, uint>(w.AsSpan());
            Compression<TLanes>[] state = [Compression<TLanes>.Initial];
            for (var block = 0; block < padded[0].Length; block += 64)
            {
                for (var i = 0; i < 16 * TLanes.Count; i++)
                {
                    words[i] = BinaryPrimitives.ReadUInt32BigEndian(padded[i % TLanes.Count].AsSpan(block + (i / TLanes.Count * 4)));
                }

                state[0].AddBlock(w);
            }

            var hashes = MemoryMarshal.Cast<Compression<TLanes>, uint>(state.AsSpan()).ToArray();
            return
            [
                .. Enumerable.Range(0, TLanes.Count).Select(lane => Enumerable.Range(0, 8).SelectMany(word =>
                {
                    var bytes = new byte[4];
                    BinaryPrimitives.WriteUInt32BigEndian(bytes, hashes[(word * TLanes.Count) + lane]);
                    return bytes;
                }).ToArray()),
            ];
        }
    }

    /// <summary>FIPS 180-4, section 5.1.1.</summary>
    private static byte[] Pad(byte[] message)
    {
        var padded = new byte[(message.Length + 9 + 63) / 64 * 64];
        message.CopyTo(padded, 0);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padded.AsSpan(padded.Length - 8), 8L * message.Length);
        return padded;
    }
}
