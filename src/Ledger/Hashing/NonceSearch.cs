using System.Buffers.Binary;

namespace MovieChain.Ledger.Hashing;

/// <summary>
/// Tries nonces on a header, one per lane. SHA-256 hashes the 96 bytes in two blocks. The 64 bits of the nonce are words 6 and 7 of the second
/// block. Nonces with the same high half differ only in word 7, so everything that does not depend on it is computed once for all of them.
/// </summary>
internal static class NonceSearch<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    private const int BlockWords = 16;
    private const int HeaderWords = BlockHeader.Length / sizeof(uint);
    private const int LowWord = 7;

    /// <summary>The first schedule word, and the first round, that depend on word 7.</summary>
    private const int FirstVariable = 22;

    /// <summary>From this round on W_(t-15) varies too, and nothing can be computed in advance.</summary>
    private const int FirstUnprepared = 36;

    private const int Rounds = 64;

    /// <summary>The lowest of <paramref name="count"/> nonces from <paramref name="start"/> for which the first word of the hash is at most the limit;
    /// null if there is none.</summary>
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

    /// <summary>Computes everything shared by the nonces with one high half, with 0 for the low half.</summary>
    /// <param name="header">The header.</param>
    /// <param name="high">High half of the nonce.</param>
    /// <param name="w">Receives the constant schedule words of the second block, W_0 to W_21.</param>
    /// <param name="prepared">Receives K_t + W_t where W_t is constant, else the constant part of W_t.</param>
    /// <returns>The first word of the hash after the first block, and the working variables after round 7 of the second block.</returns>
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

    /// <summary>Rounds 8 to 63 of the second block, as far as needed for the first word of the hash.</summary>
    private static TLanes Compress(Compression<TLanes> afterRound7, TLanes nonces, Span<TLanes> w, ReadOnlySpan<TLanes> prepared)
    {
        // Round 7 was computed without W_7, which adds to these two variables only.
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
