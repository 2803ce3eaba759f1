using System.Buffers.Binary;
using System.Collections.Immutable;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

/// <summary>A chain's file as bytes in memory, to be damaged at will.</summary>
internal static class ChainBytes
{
    /// <summary>The small chain as a file.</summary>
    public static byte[] Small { get; } = Of(Samples.SmallChain().Blocks);

    public static byte[] Of(IEnumerable<Block> blocks) => Join(blocks.Select(ChainFileFormat.Frame));

    /// <summary>A file of these frames.</summary>
    public static byte[] Join(IEnumerable<byte[]> frames) => [.. "MVCFILE\u0001"u8, .. frames.SelectMany(frame => frame)];

    /// <summary>The frames of a good file.</summary>
    public static ImmutableArray<byte[]> Frames(byte[] file) => [.. Ends(file).Zip(Ends(file).Skip(1), (start, end) => file[start..end])];

    /// <summary>Where the preamble and the frames of a good file end.</summary>
    public static ImmutableArray<int> Ends(byte[] file)
    {
        var ends = ImmutableArray.Create(8);
        while (ends[^1] < file.Length)
        {
            ends = ends.Add(ends[^1] + 12 + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(ends[^1])));
        }

        return ends;
    }

    /// <summary>A frame around a payload, with checksums that are right.</summary>
    public static byte[] Frame(byte[] payload) => Repair([.. Number((uint)payload.Length), .. new byte[8], .. payload]);

    /// <summary>Makes the checksums of a frame right for its length and for what follows its head.</summary>
    public static byte[] Repair(byte[] frame)
    {
        byte[] length = frame[..4], payload = frame[12..];
        return [.. length, .. Number(ChainFileFormat.Checksum(length)), .. Number(ChainFileFormat.Checksum(payload)), .. payload];
    }

    public static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    public static ChainFileSummary Verify(byte[] file, int threads = 1)
    {
        using var reader = new ChainFileReader(new MemoryStream(file));
        return ChainFile.Verify(reader, new Workers(threads));
    }

    public static ChainFault? FindFault(byte[] file) => Verify(file).Fault;
}
