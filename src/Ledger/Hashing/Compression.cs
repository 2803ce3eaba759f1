using System.Runtime.CompilerServices;

namespace MovieChain.Ledger.Hashing;

/// <summary>
/// Compression function of SHA-256 (FIPS 180-4, sections 4.1.2 and 6.2.2) on one message per lane. The fields are the working variables of
/// the standard.
/// </summary>
internal struct Compression<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    public TLanes A, B, C, D, E, F, G, H;

    /// <summary>H(0), the initial hash value.</summary>
    public static Compression<TLanes> Initial => new()
    {
        A = TLanes.Broadcast(0x6A09E667),
        B = TLanes.Broadcast(0xBB67AE85),
        C = TLanes.Broadcast(0x3C6EF372),
        D = TLanes.Broadcast(0xA54FF53A),
        E = TLanes.Broadcast(0x510E527F),
        F = TLanes.Broadcast(0x9B05688C),
        G = TLanes.Broadcast(0x1F83D9AB),
        H = TLanes.Broadcast(0x5BE0CD19),
    };

    /// <summary>Step 4: adds the values from before the block.</summary>
    public static Compression<TLanes> operator +(Compression<TLanes> x, Compression<TLanes> y) => new()
    {
        A = x.A + y.A,
        B = x.B + y.B,
        C = x.C + y.C,
        D = x.D + y.D,
        E = x.E + y.E,
        F = x.F + y.F,
        G = x.G + y.G,
        H = x.H + y.H,
    };

    /// <summary>Hashes the next block of every message.</summary>
    /// <param name="w">Message schedule: the first 16 words hold the block; the other 48 are computed here.</param>
    public void AddBlock(Span<TLanes> w)
    {
        var state = this;
        for (var t = 0; t < 16; t++)
        {
            state.Round(K(t) + w[t]);
        }

        for (var t = 16; t < 64; t++)
        {
            state.Round(K(t) + Schedule(w, t));
        }

        this += state;
    }

    /// <summary>Step 3 for one t.</summary>
    /// <param name="kw">K_t + W_t.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Round(TLanes kw)
    {
        // Terms known early are added first, because the next round waits for this sum.
        var t1 = H + kw + TLanes.Ch(E, F, G) + TLanes.XorOfRotations(E, 6, 11, 25);
        var t2 = TLanes.XorOfRotations(A, 2, 13, 22) + TLanes.Maj(A, B, C);
        H = G;
        G = F;
        F = E;
        E = D + t1;
        D = C;
        C = B;
        B = A;
        A = t1 + t2;
    }

    /// <summary>Step 1 for one t ≥ 16: computes W_t from earlier words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Schedule(Span<TLanes> w, int t) => w[t] = Sigma1(w[t - 2]) + w[t - 7] + Sigma0(w[t - 15]) + w[t - 16];

    /// <summary>σ0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sigma0(TLanes x) => TLanes.XorOfRotationsAndShift(x, 7, 18, 3);

    /// <summary>σ1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sigma1(TLanes x) => TLanes.XorOfRotationsAndShift(x, 17, 19, 10);

    /// <summary>K_t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes K(int t) => TLanes.Broadcast(RoundConstants[t]);

    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];
}
