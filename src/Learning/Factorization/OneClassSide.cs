namespace MovieChain.Learning.Factorization;

/// <summary>One side of a one-class factorization, members or films: the observed pairs and each row's factors.</summary>
internal sealed class OneClassSide
{
    /// <summary>The number of partial sums of a Gramian. Fixed, so that the number of threads never affects the sum.</summary>
    private const int Pieces = 16;

    private const int RowsPerSum = 64;

    private readonly int _rowsPerPiece;
    private readonly float[] _pieces;

    public OneClassSide(SparseMatrix observed, int rank)
    {
        Observed = observed;
        Stride = Lanes.RoundUp(rank);
        Factors = new float[checked(observed.RowCount * Stride)];
        _rowsPerPiece = Math.Max(RowsPerSum, (observed.RowCount + Pieces - 1) / Pieces);
        _pieces = new float[Pieces * Stride * Stride];
        Gramian = new float[Stride * Stride];
        for (var row = 0; row < Count; row++)
        {
            LongestRow = Math.Max(LongestRow, ObservedWith(row).Length);
        }
    }

    /// <summary>The observed pairs; labels are ignored.</summary>
    public SparseMatrix Observed { get; }

    /// <summary>The largest number of entries of a row.</summary>
    public int LongestRow { get; }

    public int Count => Observed.RowCount;

    /// <summary>The length of a row: the rank, rounded up to whole groups. Elements beyond the rank are always 0.</summary>
    public int Stride { get; }

    /// <summary>The factors, row by row; those of a row without observations are 0.</summary>
    public float[] Factors { get; }

    /// <summary>The weighted sum of u uᵀ over all rows u, as of the last <see cref="UpdateGramian"/>.</summary>
    public float[] Gramian { get; }

    /// <summary>The other rows that a row was observed with.</summary>
    public ReadOnlySpan<int> ObservedWith(int row) => Observed.Columns.AsSpan(Observed.RowStarts[row]..Observed.RowStarts[row + 1]);

    /// <summary>Updates the Gramian; each element is multiplied by a weight.</summary>
    public void UpdateGramian(float weight, Workers workers)
    {
        Array.Clear(_pieces);
        workers.ForRanges(Count, _rowsPerPiece, (start, end) =>
        {
            ref var piece = ref Lanes.Row(_pieces, Gramian.Length, start / _rowsPerPiece);
            for (var row = start; row < end; row += RowsPerSum)
            {
                SymmetricSystem.AddProducts(ref piece, Stride, Stride, ref Lanes.Row(Factors, Stride, row), Stride, Math.Min(RowsPerSum, end - row));
            }
        });

        Array.Clear(Gramian);
        for (var piece = 0; piece < Pieces; piece++)
        {
            Lanes.AddScaled(ref Gramian[0], weight, ref Lanes.Row(_pieces, Gramian.Length, piece), Gramian.Length);
        }

        // Only the upper triangle was summed.
        for (var i = 0; i < Stride; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Gramian[(i * Stride) + j] = Gramian[(j * Stride) + i];
            }
        }
    }
}
