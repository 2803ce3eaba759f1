using MovieChain.Catalogue;
using MovieChain.Learning.Factorization;

namespace MovieChain.Learning.Traits;

/// <summary>
/// What is believed of tastes: a member's score of a film is the dot product of its weights and the film's public traits, plus an offset
/// of the film. The weights of a member that nothing is known of are normally distributed; the distribution is that of the population.
/// </summary>
/// <remarks>A film's factors are its traits in the coordinates in which the population's weights have mean 0 and unit covariance, so
/// that all members begin with the same simple prior. Traits are standardized over the catalogue; the first one is the constant 1.</remarks>
internal sealed class TasteModel
{
    /// <summary>How many weights a member has: one for the constant and one for each trait.</summary>
    public const int Width = Criteria.Count + 1;

    private readonly float[] _factors;
    private readonly float[] _factorsByFilm;
    private readonly float[] _biases;
    private readonly float[] _weights;

    /// <param name="traits">The films' traits, film by film, as <see cref="Standardize"/> makes them.</param>
    /// <param name="prior">The population's weights.</param>
    /// <param name="offsets">What the traits do not tell of the films.</param>
    /// <param name="memberCount">How many members there are.</param>
    public TasteModel(double[] traits, TastePrior prior, double[] offsets, int memberCount)
    {
        Traits = traits;
        Prior = prior;
        Offsets = offsets;
        _factors = new float[traits.Length];
        _factorsByFilm = new float[traits.Length];
        _biases = new float[offsets.Length];
        _weights = new float[memberCount * Width];
        for (var film = 0; film < FilmCount; film++)
        {
            var own = traits.AsSpan(film * Width, Width);
            _biases[film] = (float)(prior.Score(own) + offsets[film]);
            for (var factor = 0; factor < Width; factor++)
            {
                var value = (float)prior.Factor(own, factor);
                _factors[(film * Width) + factor] = value;
                _factorsByFilm[(factor * FilmCount) + film] = value;
            }
        }
    }

    public double[] Traits { get; }

    public TastePrior Prior { get; }

    public double[] Offsets { get; }

    public int FilmCount => Offsets.Length;

    public int MemberCount => _weights.Length / Width;

    /// <summary>A member's weights, relative to the population's: the most probable ones given what is on record.</summary>
    public Span<float> Weights(int row) => _weights.AsSpan(row * Width, Width);

    /// <summary>A film's factors: what a member's weights are multiplied with.</summary>
    public ReadOnlySpan<float> Factors(int film) => _factors.AsSpan(film * Width, Width);

    /// <summary>All films' factors, factor by factor.</summary>
    public ReadOnlySpan<float> FactorsByFilm => _factorsByFilm;

    /// <summary>The films' scores by a member that is like the population.</summary>
    public ReadOnlySpan<float> Biases => _biases;

    /// <summary>The score of a film by weights, summed in order.</summary>
    public float Score(ReadOnlySpan<float> weights, int film)
    {
        var score = _biases[film];
        var factors = Factors(film);
        for (var i = 0; i < factors.Length; i++)
        {
            score += weights[i] * factors[i];
        }

        return score;
    }

    /// <summary>The scores of all films by weights.</summary>
    public void Score(ReadOnlySpan<float> weights, Span<float> scores)
    {
        _biases.CopyTo(scores);
        for (var factor = 0; factor < Width; factor++)
        {
            Elementwise.AddScaled(scores, weights[factor], _factorsByFilm.AsSpan(factor * FilmCount, FilmCount));
        }
    }

    /// <summary>The films' traits with mean 0 and variance 1 over the films of the first week, a leading 1 before them, film by film. The price is
    /// among them as the criterion pricing. A trait that all films of the first week share tells nothing and becomes 0. Films that come out later
    /// are measured by the same means, so that none of them changes what another is like.</summary>
    public static double[] Standardize(FilmCatalogue catalogue)
    {
        var traits = new double[catalogue.Count * Width];
        for (var film = 0; film < catalogue.Count; film++)
        {
            traits[film * Width] = 1;
        }

        for (var criterion = 0; criterion < Criteria.Count; criterion++)
        {
            var values = catalogue.TraitsOfAll(criterion);
            var first = catalogue.Released(new Week(1));
            var (sum, squares) = (0L, 0L);
            foreach (var value in values[..first])
            {
                sum += value;
                squares += (long)value * value;
            }

            var mean = sum / (double)first;
            var deviation = Math.Sqrt(Math.Max(0, (squares / (double)first) - (mean * mean)));
            for (var film = 0; film < values.Length && deviation > 0; film++)
            {
                traits[(film * Width) + criterion + 1] = (values[film] - mean) / deviation;
            }
        }

        return traits;
    }
}
