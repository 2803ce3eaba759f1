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
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 80], Gen.Int[0, 79]).SelectMany((vectors, length, first) =>
                Gen.Select(_number.Array[vectors], _number.Array[vectors * length], Gen.Const(Math.Min(first, length - 1))))
            .Sample((weights, vectors, first) =>
            {
                var length = vectors.Length / weights.Length;
                var expected = new float[length * length];
                for (var vector = 0; vector < weights.Length; vector++)
                {
                    for (var i = first; i < length; i++)
                    {
                        for (var j = 0; j < length; j++)
                        {
                            expected[(i * length) + j] += weights[vector] * vectors[(vector * length) + i] * vectors[(vector * length) + j];
                        }
                    }
                }

                var sums = new float[length * length];
                Elementwise.SumWeightedProducts(sums, weights, vectors, length, first, length);
                Assert.Equal(expected, sums);
            });
}
