using System.Buffers.Binary;

namespace MovieChain.Ledger.Hashing;

/// <summary>
/// Tries nonces on a header, one a lane. SHA-256 takes the 96 bytes in two blocks. The nonce's 64 bits are words 6 and 7 of the second
/// one, so that of the many nonces that share their high half only word 7 differs: whatever does not depend on it is done once for them all.
/// </summary>
internal static class NonceSearch<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    private const int BlockWords = 16;
    private const int HeaderWords = BlockHeader.Length / sizeof(uint);
    private const int LowWord = 7;

    /// <summary>The first word of the schedule, and the first round, that word 7 has a part in.</summary>
    private const int FirstVariable = 22;

    /// <summary>From here on W_(t-15) varies too, and nothing is left to prepare.</summary>
    private const int FirstUnprepared = 36;

    private const int Rounds = 64;

    /// <summary>The lowest nonce from <paramref name="start"/> on, among <paramref name="count"/> of them, that gives the header a hash
    /// whose first word is not above the limit; null when there is none.</summary>
    public static ulong? FindLowest(BlockHeader header, uint limit, ulong start, ulong count)
    {
        while (count > 0)
        {
            var low = (uint)start;
            var sameHigh = Math.Min(count, (1UL << 32) - low);
            if (FindLowestLow(header, limit, high: (uint)(start >> 32), low, sameHigh) is { } found)
            {
                return (start - low) | found;
            }

            start += sameHigh;
            count -= sameHigh;
        }

        return null;
    }

    private static uint? FindLowestLow(BlockHeader header, uint limit, uint high, uint low, ulong count)
    {
        var w = Scratch<TLanes>.Words[..Rounds];
        var prepared = Scratch<TLanes>.Words.Slice(Rounds, FirstUnprepared);
        var (midstate, afterRound7) = Prepare(header, high, w, prepared);
        for (var tried = 0UL; tried < count; tried += (ulong)TLanes.Count)
        {
            var nonces = TLanes.CountFrom(low + (uint)tried);
            var lane = TLanes.FirstNotAbove(midstate + Compress(afterRound7, nonces, w, prepared), limit);
            if (lane < TLanes.Count)
            {
                var found = tried + (ulong)lane;
                return found < count ? low + (uint)found : null;
            }
        }

        return null;
    }

    /// <summary>Does what is the same for all nonces with the same high half, taking the low one for 0.</summary>
    /// <param name="header">The header.</param>
    /// <param name="high">The nonce's high half.</param>
    /// <param name="w">Gets the words of the second block's schedule that do not vary, W_0 to W_21.</param>
    /// <param name="prepared">Gets K_t + W_t where W_t does not vary, else the part of W_t that does not.</param>
    /// <returns>The first word of the first block's hash, and the working variables after round 7 of the second block.</returns>
    private static (TLanes Midstate, Compression<TLanes> AfterRound7) Prepare(BlockHeader header, uint high, Span<TLanes> w, Span<TLanes> prepared)
    {
        for (var t = 0; t < BlockWords; t++)
        {
            w[t] = WordOf(header, t);
        }

        var state = Compression<TLanes>.Initial;
        state.AddBlock(w);
        var midstate = state.A;

        // The second block: the rest of the header, a 1 bit, zeros, and the header's length in bits.
        w[..BlockWords].Fill(TLanes.Broadcast(0));
        for (var t = BlockWords; t < HeaderWords; t++)
        {
            w[t - BlockWords] = WordOf(header, t);
        }

        w[LowWord - 1] = TLanes.Broadcast(high);
        w[LowWord] = TLanes.Broadcast(0);
        w[LowWord + 1] = TLanes.Broadcast(0x80000000);
        w[BlockWords - 1] = TLanes.Broadcast(8 * BlockHeader.Length);
        for (var t = BlockWords; t < FirstVariable + 2; t++)
        {
            prepared[t] = Compression<TLanes>.Schedule(w, t);
        }

        for (var t = FirstVariable + 2; t < FirstUnprepared; t++)
        {
            prepared[t] = Compression<TLanes>.Sigma0(w[t - 15]) + w[t - 16];
        }

        for (var t = 0; t < FirstVariable; t++)
        {
            prepared[t] = Compression<TLanes>.K(t) + w[t];
        }

        for (var t = 0; t <= LowWord; t++)
        {
            state.Round(prepared[t]);
        }

        return (midstate, state);
    }

    /// <summary>The second block's rounds 8 to 63, as far as needed for the first word of the hash.</summary>
    private static TLanes Compress(Compression<TLanes> afterRound7, TLanes nonces, Span<TLanes> w, ReadOnlySpan<TLanes> prepared)
    {
        // Round 7 was done without its W_7, which would have gone into these two as it is.
        var state = afterRound7;
        state.A += nonces;
        state.E += nonces;
        for (var t = LowWord + 1; t < FirstVariable; t++)
        {
            state.Round(prepared[t]);
        }

        // W_22 = σ1(W_20) + W_15 + σ0(W_7) + W_6 and W_23 = σ1(W_21) + W_16 + σ0(W_8) + W_7.
        w[22] = prepared[22] + Compression<TLanes>.Sigma0(nonces);
        state.Round(Compression<TLanes>.K(22) + w[22]);
        w[23] = prepared[23] + nonces;
        state.Round(Compression<TLanes>.K(23) + w[23]);
        for (var t = 24; t < FirstUnprepared; t++)
        {
            w[t] = prepared[t] + w[t - 7] + Compression<TLanes>.Sigma1(w[t - 2]);
            state.Round(Compression<TLanes>.K(t) + w[t]);
        }

        for (var t = FirstUnprepared; t < Rounds; t++)
        {
            state.Round(Compression<TLanes>.K(t) + Compression<TLanes>.Schedule(w, t));
        }

        return state.A;
    }

    private static TLanes WordOf(BlockHeader header, int word) =>
        TLanes.Broadcast(BinaryPrimitives.ReadUInt32BigEndian(header.Bytes[(word * sizeof(uint))..]));
}
