using MovieChain.Learning.Factorization;

namespace MovieChain.Learning.Traits;

/// <summary>
/// Finds a member's weights from its decisions: the most probable ones under <see cref="StudentLink"/> and the population's prior, by
/// Fisher scoring, and their covariance there (Laplace's approximation). One instance serves one thread.
/// </summary>
internal sealed class MemberRegression
{
    private const int Width = TasteModel.Width;

    private readonly NormalEquations _equations = new(Width);
    private readonly float[] _features = new float[Width];

    /// <summary>Takes steps from weights to better ones.</summary>
    /// <param name="model">The films' factors.</param>
    /// <param name="decisions">What the member did.</param>
    /// <param name="steps">How many steps, at least 1.</param>
    /// <param name="weights">Where to start, relative to the population's weights; receives where the last step leads.</param>
    public void Solve(TasteModel model, ReadOnlySpan<WeightedDecision> decisions, int steps, Span<float> weights)
    {
        for (var step = 0; step < steps; step++)
        {
            _equations.Reset(1, 1);
            foreach (var decision in decisions)
            {
                var film = decision.Film.Index;
                var score = model.Score(weights, film);
                var (gradient, information) = StudentLink.Slope(score, decision.Bought);
                var scale = MathF.Sqrt(decision.Weight * information);
                _features.AsSpan().Clear();
                Elementwise.AddScaled(_features, scale, model.Factors(film));
                _equations.Add(_features, scale * (score - model.Biases[film] + (gradient / information)));
            }

            _equations.Solve(weights);
        }
    }

    /// <summary>The covariance of the weights that were found last. Uses the equations up.</summary>
    public void Invert(Span<float> covariance, PackedMoments layout) => _equations.Invert(covariance, layout);

    /// <summary>The posterior variances of scores by the weights that were found last.</summary>
    /// <param name="factors">The films' factors, factor by factor. Overwritten.</param>
    /// <param name="variances">Receives a variance for each film.</param>
    public void Variances(Span<float> factors, Span<float> variances) => _equations.Variances(factors, variances);
}
