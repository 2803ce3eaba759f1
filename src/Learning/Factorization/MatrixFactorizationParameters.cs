namespace MovieChain.Learning.Factorization;

/// <summary>
/// The factors and biases of a fitted matrix factorization. As in ML.NET's <c>MatrixFactorizationModelParameters</c>, the matrix has a row for each film and a
/// column for each member: row or column i belongs to the key whose raw value is i + 1. The predicted value of film f and member m is
/// <c>RowBiases[f] + ColumnBiases[m] + Σ LeftFactorMatrix[f × rank + k] × RightFactorMatrix[m × rank + k]</c>, summed over k from 0 to
/// rank − 1. All values of a film or member without observations are NaN.
/// </summary>
public sealed class MatrixFactorizationParameters
{
    internal MatrixFactorizationParameters(FactorModel model)
    {
        ApproximationRank = model.Rank;
        NumberOfRows = model.ColumnCount;
        NumberOfColumns = model.RowCount;
        (LeftFactorMatrix, RowBiases) = Split(NumberOfRows, model.Column, static film => film[0] != 0, static film => film[^1]);
        (RightFactorMatrix, ColumnBiases) = Split(NumberOfColumns, model.Row, static member => member[^1] != 0, static member => member[0]);
    }

    /// <summary>Latent factors of a film and of a member: the rank.</summary>
    public int ApproximationRank { get; }

    /// <summary>The number of films: the key count of the column <see cref="MatrixFactorizationOptions.MatrixRowIndexColumnName"/>.</summary>
    public int NumberOfRows { get; }

    /// <summary>The number of members: the key count of the column <see cref="MatrixFactorizationOptions.MatrixColumnIndexColumnName"/>.</summary>
    public int NumberOfColumns { get; }

    /// <summary>The latent factors of the films, film by film: <see cref="NumberOfRows"/> × <see cref="ApproximationRank"/> values.</summary>
    public IReadOnlyList<float> LeftFactorMatrix { get; }

    /// <summary>The latent factors of the members, member by member: <see cref="NumberOfColumns"/> × <see cref="ApproximationRank"/>
    /// values.</summary>
    public IReadOnlyList<float> RightFactorMatrix { get; }

    /// <summary>The biases of the films, the overall mean included: <see cref="NumberOfRows"/> values, 0
    /// with <see cref="FactorizationLoss.SquareLossOneClass"/>.</summary>
    public IReadOnlyList<float> RowBiases { get; }

    /// <summary>The biases of the members: <see cref="NumberOfColumns"/> values, 0
    /// with <see cref="FactorizationLoss.SquareLossOneClass"/>.</summary>
    public IReadOnlyList<float> ColumnBiases { get; }

    private delegate Span<float> PlaceOf(int index);

    private delegate T Of<T>(ReadOnlySpan<float> values);

    private (IReadOnlyList<float> Factors, IReadOnlyList<float> Biases) Split(int count, PlaceOf place, Of<bool> isObserved, Of<float> bias)
    {
        var factors = new float[count * ApproximationRank];
        var biases = new float[count];
        for (var i = 0; i < count; i++)
        {
            ReadOnlySpan<float> values = place(i);
            var target = factors.AsSpan(i * ApproximationRank, ApproximationRank);
            if (isObserved(values))
            {
                values[1..^1].CopyTo(target);
                biases[i] = bias(values);
            }
            else
            {
                target.Fill(float.NaN);
                biases[i] = float.NaN;
            }
        }

        return (Array.AsReadOnly(factors), Array.AsReadOnly(biases));
    }
}
