using CsCheck;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Learning.Factorization;

public sealed class ElementwiseTests
{
    private static readonly Gen<float> _number = Gen.Float[-4, 4];

    [Fact]
    public void A_row_times_a_matrix_is_summed_row_by_row_to_the_last_bit() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 150]).SelectMany((rows, columns) => Gen.Select(_number.Array[rows], _number.Array[rows * columns]))
            .Sample((vector, matrix) =>
            {
                var columns = matrix.Length / vector.Length;
                var expected = new float[columns];
                for (var row = 0; row < vector.Length; row++)
                {
                    for (var column = 0; column < columns; column++)
                    {
                        expected[column] += vector[row] * matrix[(row * columns) + column];
                    }
                }

                var product = new float[columns];
                Elementwise.Multiply(vector, matrix, product);
                Assert.Equal(expected, product);
            });

    [Fact]
    public void Products_of_vectors_are_summed_vector_by_vector_to_the_last_bit() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 3], Gen.Int[0, 7]).SelectMany((vectors, groups, first) =>
                Gen.Select(_number.Array[vectors], _number.Array[vectors * groups * Elementwise.LengthAtOnce], Gen.Const(first * 4)))
            .Sample((weights, vectors, first) =>
            {
                var length = vectors.Length / weights.Length;
                var expected = new float[length * length];
                for (var vector = 0; vector < weights.Length; vector++)
                {
                    for (var i = first; i < first + Elementwise.ElementsAtOnce; i++)
                    {
                        for (var j = 0; j < length; j++)
                        {
                            expected[(i * length) + j] += weights[vector] * vectors[(vector * length) + i] * vectors[(vector * length) + j];
                        }
                    }
                }

                var sums = new float[length * length];
                Elementwise.SumWeightedProducts(sums, weights, vectors, length, first);
                Assert.Equal(expected, sums);
            });

    [Fact]
    public void Rows_of_a_table_are_summed_in_their_order_to_the_last_bit() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[1, 9]).SelectMany((length, rows) =>
                Gen.Select(Gen.Const(length), _number.Array[length * rows], Gen.Int[5, 4 + rows].Array[0, 12]))
            .Sample((length, table, rows) =>
            {
                var expected = new float[length];
                foreach (var row in rows)
                {
                    for (var i = 0; i < length; i++)
                    {
                        expected[i] += table[((row - 5) * length) + i];
                    }
                }

                var sums = new float[length];
                Elementwise.SumRows(table, length, rows, firstRow: 5, sums);
                Assert.Equal(expected, sums);
            });
}
