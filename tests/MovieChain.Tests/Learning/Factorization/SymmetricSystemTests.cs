using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning.Factorization;

public sealed class SymmetricSystemTests
{
    private const float Penalty = 0.5f;

    /// <summary>How many unknowns, how many products are added, how large the matrix is that a part is taken of, and where it begins.</summary>
    public static TheoryData<int, int, int, int> Shapes { get; } = new()
    {
        { 16, 1, 16, 0 }, { 16, 100, 48, 16 }, { 32, 0, 64, 32 }, { 48, 5, 48, 0 }, { 64, 64, 64, 0 }, { 64, 200, 128, 64 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_solution_is_that_of_the_same_system_in_double_precision(int size, int count, int whole, int first)
    {
        var stream = new RandomStreams((ulong)(size + count)).For(StreamPurpose.Training);
        var products = Products(whole, Draw(ref stream, 2 * whole * whole));
        var rows = Draw(ref stream, count * size);
        var right = Draw(ref stream, size);
        var system = new SymmetricSystem(64);
        system.Reset(products, whole, first, size, Penalty);
        if (count > 0)
        {
            system.AddProducts(ref rows[0], size, count);
        }

        var expected = right.Select(value => (double)value).ToArray();
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                matrix[(i * size) + j] = products[((first + i) * whole) + first + j] + (i == j ? Penalty : 0);
                for (var row = 0; row < count; row++)
                {
                    matrix[(i * size) + j] += rows[(row * size) + i] * (double)rows[(row * size) + j];
                }
            }
        }

        system.Solve(ref right[0]);
        Cholesky.Factorize(matrix, size);
        Cholesky.Solve(matrix, expected);
        for (var i = 0; i < size; i++)
        {
            Assert.Equal(expected[i], right[i], 1e-4);
        }
    }

    [Fact]
    public void A_system_that_is_reset_forgets_what_it_held()
    {
        var stream = new RandomStreams(1).For(StreamPurpose.Training);
        var rows = Draw(ref stream, 40 * 32);
        var (used, fresh) = (new SymmetricSystem(64), new SymmetricSystem(64));
        used.Reset(new float[64 * 64], 64, 0, 64, Penalty);
        used.AddProducts(ref Draw(ref stream, 10 * 64)[0], 64, 10);
        used.Solve(ref Draw(ref stream, 64)[0]);

        Assert.Equal(Solve(fresh), Solve(used));

        float[] Solve(SymmetricSystem system)
        {
            var right = rows[..32];
            system.Reset(new float[32 * 32], 32, 0, 32, Penalty);
            system.AddProducts(ref rows[0], 32, 40);
            system.Solve(ref right[0]);
            return right;
        }
    }

    private static float[] Draw(ref RandomStream stream, int count)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)Draws.Normal(ref stream);
        }

        return values;
    }

    /// <summary>The sum of x xᵀ over the rows x, all of it.</summary>
    private static float[] Products(int size, float[] rows)
    {
        var products = new float[size * size];
        SymmetricSystem.AddProducts(ref products[0], size, size, ref rows[0], size, rows.Length / size);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                products[(i * size) + j] = products[(j * size) + i];
            }
        }

        return products;
    }
}
