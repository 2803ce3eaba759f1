using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using MovieChain.Learning;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Learning.Factorization;

public sealed class MatrixFactorizationEstimatorTests
{
    private static readonly MatrixFactorizationOptions _options = new() { ApproximationRank = 3 };

    private readonly MLContext _context = new(seed: 0);

    [Fact]
    public void The_transformer_adds_the_score_of_each_row()
    {
        var data = Data();
        var transformer = Estimator().Fit(data);
        var scores = transformer.Transform(data).GetColumn<float>("Score").ToArray();

        var members = data.GetColumn<uint>("Member").ToArray();
        var films = data.GetColumn<uint>("Film").ToArray();
        for (var i = 0; i < scores.Length; i++)
        {
            Assert.Equal(transformer.Factors.Score((int)members[i] - 1, (int)films[i] - 1), scores[i]);
        }
    }

    [Fact]
    public void The_output_schema_has_the_input_and_a_score()
    {
        var data = Data();
        var transformer = Estimator().Fit(data);
        string[] expected = ["Member", "Film", "Label", "Score"];
        Assert.Equal(expected, transformer.GetOutputSchema(data.Schema).Select(column => column.Name));
        Assert.Equal(expected, transformer.Transform(data).Schema.Select(column => column.Name));
        var promised = Estimator().GetOutputSchema(SchemaShapeOf(data));
        Assert.Contains(promised, column => column.Name == "Score" && column.ItemType == NumberDataViewType.Single);
    }

    [Theory]
    [InlineData("UserKey", "MovieKey", "Stars")]
    [InlineData("Film", "Member", "Label")]
    [InlineData("Score", "Features", "Label")]
    [InlineData("MemberFactors", "FilmFactors", "Key")]
    public void Columns_of_any_names_give_the_same_model_and_scores(string member, string film, string label)
    {
        var data = Data();
        var expected = Estimator().Fit(data).Transform(data).GetColumn<float>("Score").ToArray();

        var (memberKeys, filmKeys) = (data.GetColumn<uint>("Member").ToArray(), data.GetColumn<uint>("Film").ToArray());
        var renamed = new ColumnarDataView(
            (member, new KeyDataViewType(typeof(uint), 40), memberKeys),
            (film, new KeyDataViewType(typeof(uint), 12), filmKeys),
            (label, NumberDataViewType.Single, data.GetColumn<float>("Label").ToArray()));
        var options = _options with { MatrixColumnIndexColumnName = member, MatrixRowIndexColumnName = film, LabelColumnName = label };
        var scored = new MatrixFactorizationEstimator(_context, options).Fit(renamed).Transform(renamed);

        Assert.Equal(expected, scored.GetColumn<float>("Score").ToArray());
        Assert.Equal(new[] { member, film, label, "Score" }.Order(), scored.Schema.Select(column => column.Name).Order());
        Assert.Equal(filmKeys, scored.GetColumn<uint>(film));
    }

    [Fact]
    public void The_parameters_have_the_factors_by_film_and_by_member_and_NaN_for_those_without_observations()
    {
        var model = Estimator().Fit(View([1, 1, 2], [1, 2, 1], [1, 0, 1], members: 4, films: 3)).Model;

        Assert.Equal((3, 4, 3), (model.NumberOfRows, model.NumberOfColumns, model.ApproximationRank));
        Assert.Equal([false, false, false, false, false, false, true, true, true], model.LeftFactorMatrix.Select(float.IsNaN));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => i >= 6), model.RightFactorMatrix.Select(float.IsNaN));
        Assert.Equal([false, false, true], model.RowBiases.Select(float.IsNaN));
        Assert.Equal([false, false, true, true], model.ColumnBiases.Select(float.IsNaN));
    }

    [Theory]
    [InlineData(null, "Film", "Label", "MatrixColumnIndexColumnName: must be the name of a column")]
    [InlineData("Member", "", "Label", "MatrixRowIndexColumnName: must be the name of a column")]
    [InlineData("Member", "Film", "", "LabelColumnName: must be the name of a column")]
    [InlineData("Film", "Film", "Label", "MatrixColumnIndexColumnName Film: must differ from MatrixRowIndexColumnName")]
    public void Names_that_are_no_columns_are_refused(string? member, string film, string label, string message) => AssertRefused(
        new() { MatrixColumnIndexColumnName = member!, MatrixRowIndexColumnName = film, LabelColumnName = label }, message);

    [Fact]
    public void A_pair_with_an_unseen_member_or_film_scores_NaN()
    {
        var transformer = Estimator().Fit(View([1, 1, 2], [1, 2, 1], [1, 0, 1], members: 4, films: 4));
        var scores = transformer.Transform(View([3, 1, 1, 9, 0], [1, 3, 1, 1, 1], new float[5], members: 9, films: 4)).GetColumn<float>("Score").ToArray();
        Assert.Equal([true, true, false, true, true], scores.Select(float.IsNaN));
    }

    [Fact]
    public void A_model_that_is_saved_and_loaded_scores_the_same()
    {
        var data = Data();
        var transformer = Estimator().Fit(data);
        using var stream = new MemoryStream();
        _context.Model.Save(transformer, data.Schema, stream);
        stream.Position = 0;
        var reader = new MLContext();
        reader.ComponentCatalog.RegisterAssembly(typeof(MatrixFactorizationEstimator).Assembly);
        var loaded = reader.Model.Load(stream, out _);
        Assert.Equal(
            transformer.Transform(data).GetColumn<float>("Score").ToArray(), loaded.Transform(data).GetColumn<float>("Score").ToArray());
    }

    [Fact]
    public void A_warm_start_of_another_shape_is_refused()
    {
        var warm = Estimator().Fit(Data());
        var other = View([1, 2], [1, 2], [1, 0], members: 2, films: 2);
        Assert.Throws<ArgumentException>(() => Estimator().Fit(other, warm, CancellationToken.None));
    }

    [Fact]
    public void Bad_data_is_refused_with_the_name_of_the_column()
    {
        var labels = new ColumnarDataView(("Label", NumberDataViewType.Single, new float[1]));
        Assert.Contains("'Member'", Assert.Throws<ArgumentException>(() => Estimator().Fit(labels)).Message, StringComparison.Ordinal);

        var text = new ColumnarDataView(
            ("Member", NumberDataViewType.Single, new float[1]),
            ("Film", new KeyDataViewType(typeof(uint), 2), new uint[1]),
            ("Label", NumberDataViewType.Single, new float[1]));
        Assert.Contains("'Member' must be a key", Assert.Throws<ArgumentException>(() => Estimator().Fit(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0u, 1f)]
    [InlineData(3u, 1f)]
    [InlineData(1u, float.NaN)]
    [InlineData(1u, float.PositiveInfinity)]
    public void A_row_without_a_key_or_a_finite_label_is_refused_by_its_number(uint member, float label)
    {
        var data = View([1, member], [1, 1], [1, label], members: 2, films: 2);
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => Estimator().Fit(data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_members_than_memory_has_numbers_for_are_an_overflow_and_no_small_array()
    {
        const int members = 1 << 24;
        Assert.Throws<OverflowException>(() => new FactorModel(rank: 254, members + 1, columnCount: 1));
        Assert.Throws<OverflowException>(() => new FactorSide(new SparseMatrix(1, new int[members + 1], [], []), [], width: 256));
        Assert.Throws<OverflowException>(() => new OneClassSide(new SparseMatrix(1, new int[members + 1], [], []), rank: 256));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1f)]
    [InlineData(1000)]
    [InlineData(-1e-20f)]
    public void Labels_that_are_all_the_same_are_what_is_predicted(float label)
    {
        var data = View([1, 1, 2, 2, 3], [1, 2, 1, 2, 1], [label, label, label, label, label], members: 3, films: 2);
        foreach (var method in Enum.GetValues<FactorizationMethod>())
        {
            var estimator = new MatrixFactorizationEstimator(_context, new() { Method = method, ApproximationRank = 64 });
            Assert.Equal(label, estimator.Fit(data).Factors.Score(2, 1), 0.001);
        }
    }

    [Fact]
    public void No_rows_are_refused() => Assert.Throws<ArgumentException>(() => Estimator().Fit(View([], [], [], members: 2, films: 2)));

    [Fact]
    public void Options_out_of_range_are_refused_with_name_and_range()
    {
        AssertRefused(new() { ApproximationRank = 0 }, "ApproximationRank 0: must be 1 to 256");
        AssertRefused(new() { ApproximationRank = 257 }, "ApproximationRank 257: must be 1 to 256");
        AssertRefused(new() { NumberOfIterations = 0 }, "NumberOfIterations 0: must be 1 to 1,000");
        AssertRefused(new() { NumberOfThreads = 0 }, "NumberOfThreads 0: must be at least 1");
        AssertRefused(new() { Lambda = 0 }, "Lambda 0: must be above 0");
        AssertRefused(new() { Lambda = double.NaN }, "Lambda NaN: must be above 0 and at most 1,000,000,000");
        AssertRefused(new() { Lambda = 1e300 }, "Lambda 1E+300: must be above 0 and at most 1,000,000,000");
        AssertRefused(new() { Lambda = 1e-300 }, "Lambda 1E-300: must be above 0");
        AssertRefused(new() { Alpha = 0 }, "Alpha 0: must be above 0 and at most 1,000,000");
        AssertRefused(new() { Alpha = double.NaN }, "Alpha NaN: must be above 0 and at most 1,000,000");
        AssertRefused(new() { Alpha = double.PositiveInfinity }, "Alpha Infinity: must be above 0 and at most 1,000,000");
    }

    private void AssertRefused(MatrixFactorizationOptions options, string message) => Assert.Contains(
        message,
        Assert.Throws<ArgumentOutOfRangeException>(() => new MatrixFactorizationEstimator(_context, options)).Message,
        StringComparison.Ordinal);

    /// <summary>ML.NET makes a shape from a schema itself when pipelines are checked, but does not let others.</summary>
    private static SchemaShape SchemaShapeOf(ColumnarDataView data) =>
        (SchemaShape)typeof(SchemaShape).GetMethod("Create", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [data.Schema])!;

    private static ColumnarDataView Data()
    {
        var (observed, _) = Draws.LowRank(40, 12, rank: 2, observed: 0.5, seed: 3);
        var members = Enumerable.Range(0, observed.RowCount).SelectMany(
            row => Enumerable.Repeat((uint)row + 1, observed.RowStarts[row + 1] - observed.RowStarts[row]));
        return View([.. members], [.. observed.Columns.Select(column => (uint)column + 1)], observed.Labels, members: 40, films: 12);
    }

    private static ColumnarDataView View(uint[] memberKeys, uint[] filmKeys, float[] labels, int members, int films) => new(
        ("Member", new KeyDataViewType(typeof(uint), members), memberKeys),
        ("Film", new KeyDataViewType(typeof(uint), films), filmKeys),
        ("Label", NumberDataViewType.Single, labels));

    private MatrixFactorizationEstimator Estimator() => new(_context, _options);
}
