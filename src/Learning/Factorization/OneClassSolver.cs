using System.Runtime.CompilerServices;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Solves for the factors of one row of a one-class factorization, given the other side: all at once, or block by block if there are more
/// than a block holds. One instance serves one thread.
/// </summary>
/// <param name="other">The other side, its Gramian up to date and weighted.</param>
/// <param name="blockLength">Factors solved for at a time, a multiple of <see cref="Lanes.Count"/>.</param>
/// <param name="longestRow">The largest number of entries of a row.</param>
internal sealed class OneClassSolver(OneClassSide other, int blockLength, int longestRow)
{
    private const int BufferLength = 64;

    private readonly SymmetricSystem _system = new(blockLength);
    private readonly float[] _step = new float[blockLength];
    private readonly float[] _buffer = new float[BufferLength * blockLength];
    private readonly float[] _residuals = new float[longestRow];

    /// <summary>
    /// Minimizes Σ (1 − u·v)² + uᵀ G u + penalty × |u|², where the sum runs over all v that the row u was observed with and G is the Gramian.
    /// One block is solved exactly, whatever u was. Several blocks are solved exactly in turn, each with the others fixed.
    /// </summary>
    /// <param name="factors">The row u.</param>
    /// <param name="observedWith">The numbers of the rows v.</param>
    /// <param name="penalty">The penalty, above 0.</param>
    public void Solve(Span<float> factors, ReadOnlySpan<int> observedWith, float penalty)
    {
        ref var all = ref factors[0];
        var residuals = _residuals.AsSpan(0, observedWith.Length);
        if (factors.Length <= blockLength)
        {
            factors.Clear();
            residuals.Fill(1);
        }
        else
        {
            residuals.Fill(1);
            SubtractPredictions(residuals, ref all, observedWith, first: 0, factors.Length);
        }

        for (var first = 0; first < factors.Length; first += blockLength)
        {
            var size = Math.Min(blockLength, factors.Length - first);
            var block = factors.Slice(first, size);
            _system.Reset(other.Gramian, other.Stride, first, size, penalty);
            for (var i = 0; i < size; i++)
            {
                var row = first + i;
                _step[i] = -Lanes.Dot(ref all, ref Lanes.Row(other.Gramian, other.Stride, row), factors.Length) - (penalty * factors[row]);
            }

            AddObserved(residuals, observedWith, first, size);
            _system.Solve(ref _step[0]);
            Lanes.AddScaled(ref block[0], 1, ref _step[0], size);
            if (first + size < factors.Length)
            {
                SubtractPredictions(residuals, ref _step[0], observedWith, first, size);
            }
        }
    }

    /// <summary>Adds a row's entries to the equations for a block's step.</summary>
    private void AddObserved(ReadOnlySpan<float> residuals, ReadOnlySpan<int> observedWith, int first, int size)
    {
        ref var buffer = ref _buffer[0];
        for (var start = 0; start < observedWith.Length; start += BufferLength)
        {
            var count = Math.Min(BufferLength, observedWith.Length - start);
            ref var target = ref buffer;
            foreach (var row in observedWith.Slice(start, count))
            {
                Lanes.Copy(ref Unsafe.Add(ref Lanes.Row(other.Factors, other.Stride, row), first), ref target, size);
                target = ref Unsafe.Add(ref target, blockLength);
            }

            Lanes.AddAllScaled(ref _step[0], residuals.Slice(start, count), ref buffer, blockLength, size);
            _system.AddProducts(ref buffer, blockLength, count);
        }
    }

    /// <summary>Subtracts the predictions of a part of the factors, or of a step, from the residuals.</summary>
    private void SubtractPredictions(Span<float> residuals, ref float part, ReadOnlySpan<int> observedWith, int first, int size)
    {
        for (var i = 0; i < observedWith.Length; i++)
        {
            residuals[i] -= Lanes.Dot(ref part, ref Unsafe.Add(ref Lanes.Row(other.Factors, other.Stride, observedWith[i]), first), size);
        }
    }
}
