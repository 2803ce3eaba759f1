using MovieChain.Catalogue;
using MovieChain.Learning.Factorization;

namespace MovieChain.Learning.Traits;

/// <summary>
/// A linear model of tastes: a member's score of a film is the dot product of its weights and the film's public traits, plus an offset of the
/// film. The prior of a member's weights is the population's normal distribution.
/// </summary>
/// <remarks>A film's factors are its traits in the coordinates in which the population's weights have mean 0 and unit covariance, so
/// that every member's prior is the unit normal distribution. Traits are standardized over the catalogue; the first one is the constant 1.</remarks>
internal sealed class TasteModel
{
    /// <summary>Weights of a member: one for the constant and one for each trait.</summary>
    public const int Width = Criteria.Count + 1;

    private readonly float[] _factors;
    private readonly float[] _factorsByFilm;
    private readonly float[] _biases;
    private readonly float[] _weights;

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

    /// <summary>A member's weights, relative to the population's mean: the posterior mode.</summary>
    public Span<float> Weights(int row) => _weights.AsSpan(row * Width, Width);

    /// <summary>A film's factors: its traits in the coordinates of the weights.</summary>
    public ReadOnlySpan<float> Factors(int film) => _factors.AsSpan(film * Width, Width);

    /// <summary>All films' factors, transposed: factor by factor.</summary>
    public ReadOnlySpan<float> FactorsByFilm => _factorsByFilm;

    /// <summary>The films' scores at the population's mean weights.</summary>
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

    public void Score(ReadOnlySpan<float> weights, Span<float> scores)
    {
        _biases.CopyTo(scores);
        for (var factor = 0; factor < Width; factor++)
        {
            Elementwise.AddScaled(scores, weights[factor], _factorsByFilm.AsSpan(factor * FilmCount, FilmCount));
        }
    }

    /// <summary>The films' traits, film by film, each after a leading 1. Traits have mean 0 and variance 1 over the films of the first week; later
    /// films are scaled by the same numbers and do not change them. A trait that all films of the first week share becomes 0. The criterion
    /// pricing stands for the price.</summary>
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
