using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning.Factorization;

/// <summary>Random data for the tests of the factorization.</summary>
internal static class Draws
{
    /// <summary>A number of mean 0 and variance 1, near enough to normal: the sum of twelve uniform draws, centred.</summary>
    public static double Normal(ref RandomStream stream)
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += stream.NextDouble();
        }

        return sum;
    }

    /// <summary>A matrix of the given rank plus noise, of which each entry is observed with a probability.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="rank">The rank.</param>
    /// <param name="observed">The probability of an entry to be observed.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The observed entries, and the whole matrix without the noise.</returns>
    public static (SparseMatrix Observed, double[,] Truth) LowRank(int rows, int columns, int rank, double observed, ulong seed)
    {
        var stream = new RandomStreams(seed).For(StreamPurpose.Training);
        var columnFactors = new double[columns, rank];
        for (var i = 0; i < columns * rank; i++)
        {
            columnFactors[i / rank, i % rank] = Normal(ref stream);
        }

        var truth = new double[rows, columns];
        var (rowIndices, columnIndices, labels) = (new List<int>(), new List<int>(), new List<float>());
        for (var row = 0; row < rows; row++)
        {
            var rowFactors = Enumerable.Range(0, rank).Select(_ => Normal(ref stream)).ToArray();
            for (var column = 0; column < columns; column++)
            {
                truth[row, column] = 0.5 + Enumerable.Range(0, rank).Sum(k => rowFactors[k] * columnFactors[column, k]);
                if (stream.NextDouble() < observed)
                {
                    rowIndices.Add(row);
                    columnIndices.Add(column);
                    labels.Add((float)(truth[row, column] + (0.3 * Normal(ref stream))));
                }
            }
        }

        return (SparseMatrix.FromEntries(rows, columns, [.. rowIndices], [.. columnIndices], [.. labels]), truth);
    }
}
