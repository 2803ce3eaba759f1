using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning.Factorization;

public sealed class NormalEquationsTests
{
    private const float FirstPenalty = 3;
    private const float OtherPenalty = 0.5f;

    public static TheoryData<int, int> Shapes { get; } = new()
    {
        { 1, 1 }, { 2, 5 }, { 3, 2 }, { 4, 64 }, { 8, 65 }, { 16, 130 }, { 17, 10 }, { 17, 200 }, { 33, 64 }, { 65, 40 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_solution_is_that_of_the_normal_equations_in_double_precision(int size, int observations)
    {
        var (equations, matrix, right, _) = Prepare(size, observations);
        var solution = new float[size];
        equations.Solve(solution);

        Cholesky.Factorize(matrix, size);
        Cholesky.Solve(matrix, right);
        for (var i = 0; i < size; i++)
        {
            Assert.Equal(right[i], solution[i], 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_inverse_times_the_matrix_is_the_identity(int size, int observations)
    {
        var (equations, matrix, _, _) = Prepare(size, observations);
        equations.Solve(new float[size]);
        var layout = new PackedMoments(size + 1);
        var inverse = new float[layout.Length];
        equations.Invert(inverse, layout);

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var product = 0.0;
                for (var k = 0; k < size; k++)
                {
                    product += inverse[layout.Place(Math.Min(i, k), Math.Max(i, k))] * matrix[(Math.Max(k, j) * size) + Math.Min(k, j)];
                }

                Assert.Equal(i == j ? 1 : 0, product, 2e-3);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_variances_are_quadratic_forms_of_the_inverse(int size, int observations)
    {
        const int Count = 21;
        var (equations, matrix, _, _) = Prepare(size, observations);
        equations.Solve(new float[size]);
        var stream = new RandomStreams(9).For(StreamPurpose.Training);
        var features = Enumerable.Range(0, size * Count).Select(_ => (float)Draws.Normal(ref stream)).ToArray();
        var variances = new float[Count];
        equations.Variances([.. features], variances);

        Cholesky.Factorize(matrix, size);
        for (var i = 0; i < Count; i++)
        {
            var x = Enumerable.Range(0, size).Select(k => (double)features[(k * Count) + i]).ToArray();
            var solved = x.ToArray();
            Cholesky.Solve(matrix, solved);
            var expected = x.Zip(solved, (a, b) => a * b).Sum();
            Assert.Equal(expected, variances[i], 2e-3 * (1 + expected));
        }
    }

    [Fact]
    public void Equations_that_are_reset_forget_what_they_held()
    {
        var (used, _, _, data) = Prepare(17, 100);
        used.Solve(new float[17]);
        used.Reset(FirstPenalty, OtherPenalty);
        var fresh = new NormalEquations(17);
        fresh.Reset(FirstPenalty, OtherPenalty);
        foreach (var (features, target) in data.Take(20))
        {
            used.Add(features, target);
            fresh.Add(features, target);
        }

        var (usedSolution, freshSolution) = (new float[17], new float[17]);
        used.Solve(usedSolution);
        fresh.Solve(freshSolution);
        Assert.Equal(freshSolution, usedSolution);
    }

    private static (NormalEquations Equations, double[] Matrix, double[] Right, List<(float[] Features, float Target)> Data) Prepare(
        int size, int observations)
    {
        var stream = new RandomStreams((ulong)((size * 1000) + observations)).For(StreamPurpose.Training);
        var equations = new NormalEquations(size);
        equations.Reset(FirstPenalty, OtherPenalty);
        var matrix = new double[size * size];
        var right = new double[size];
        var data = new List<(float[] Features, float Target)>();
        for (var i = 0; i < size; i++)
        {
            matrix[(i * size) + i] = i == 0 ? FirstPenalty : OtherPenalty;
        }

        for (var observation = 0; observation < observations; observation++)
        {
            var features = Enumerable.Range(0, size).Select(_ => (float)Draws.Normal(ref stream)).ToArray();
            var target = (float)Draws.Normal(ref stream);
            equations.Add(features, target);
            data.Add((features, target));
            for (var i = 0; i < size; i++)
            {
                right[i] += features[i] * (double)target;
                for (var j = 0; j <= i; j++)
                {
                    matrix[(i * size) + j] += features[i] * (double)features[j];
                }
            }
        }

        return (equations, matrix, right, data);
    }
}
