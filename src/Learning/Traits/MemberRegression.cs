using MovieChain.Learning.Factorization;

namespace MovieChain.Learning.Traits;

/// <summary>
/// The posterior mode of a member's weights given its decisions, <see cref="StudentLink"/> and the population's prior, by Fisher scoring, and
/// their covariance there (Laplace's approximation). One instance serves one thread.
/// </summary>
internal sealed class MemberRegression
{
    private const int Width = TasteModel.Width;

    private readonly NormalEquations _equations = new(Width);
    private readonly float[] _features = new float[Width];

    /// <summary>Improves weights, which are relative to the population's mean, by at least one step of Fisher scoring.</summary>
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

    /// <summary>The covariance of the weights solved last. Overwrites the equations.</summary>
    public void Invert(Span<float> covariance, PackedMoments layout) => _equations.Invert(covariance, layout);

    /// <summary>The posterior variances of all films' scores by the weights solved last. Overwrites the factors, given factor by factor.</summary>
    public void Variances(Span<float> factors, Span<float> variances) => _equations.Variances(factors, variances);
}
