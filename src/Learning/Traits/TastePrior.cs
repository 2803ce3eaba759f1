using MovieChain.Learning.Factorization;

namespace MovieChain.Learning.Traits;

/// <summary>The normal distribution of weights in the population.</summary>
internal sealed class TastePrior
{
    private const int Width = TasteModel.Width;

    /// <summary>The weight of the diagonal covariance that the observed one is shrunk to, in members.</summary>
    private const double ShrinkageMembers = 5;

    private readonly double[] _mean;
    private readonly double[] _root;

    private TastePrior(double[] mean, double[] covariance)
    {
        _mean = mean;
        MeanVariance = Enumerable.Range(0, Width).Sum(i => covariance[(i * Width) + i]) / Width;
        _root = covariance;
        Cholesky.Factorize(_root, Width);
    }

    /// <summary>The prior before any data: mean 0, unit covariance.</summary>
    public static TastePrior Initial { get; } = new(new double[Width], Diagonal(1));

    /// <summary>The mean variance of a weight.</summary>
    public double MeanVariance { get; }

    /// <summary>The mean score of a film with these traits.</summary>
    public double Score(ReadOnlySpan<double> traits)
    {
        var score = 0.0;
        for (var i = 0; i < Width; i++)
        {
            score += _mean[i] * traits[i];
        }

        return score;
    }

    /// <summary>The factor of a film with these traits in the coordinates in which the covariance is the unit matrix.</summary>
    public double Factor(ReadOnlySpan<double> traits, int factor)
    {
        var value = 0.0;
        for (var i = factor; i < Width; i++)
        {
            value += _root[(i * Width) + factor] * traits[i];
        }

        return value;
    }

    /// <summary>Fits the prior to the members' weights: their mean and their covariance, posterior covariances included.</summary>
    /// <param name="members">Sums over members of the second moments of their weights in this prior's coordinates.</param>
    /// <param name="layout">The layout of the moments.</param>
    public TastePrior Fit(RowStatistics members, PackedMoments layout)
    {
        var means = new double[Width];
        for (var i = 0; i < Width; i++)
        {
            means[i] = members.Moments[layout.Place(i, Width)] / members.Count;
        }

        var mean = new double[Width];
        var rooted = new double[Width * Width];
        for (var i = 0; i < Width; i++)
        {
            mean[i] = _mean[i];
            for (var k = 0; k <= i; k++)
            {
                var root = _root[(i * Width) + k];
                mean[i] += root * means[k];
                for (var j = 0; j < Width; j++)
                {
                    var moment = members.Moments[layout.Place(Math.Min(k, j), Math.Max(k, j))] / members.Count;
                    rooted[(i * Width) + j] += root * (moment - (means[k] * means[j]));
                }
            }
        }

        // The observed covariance root × C × rootᵀ, shrunk to a diagonal one; the fewer the members, the stronger.
        var share = members.Count / (members.Count + ShrinkageMembers);
        var covariance = Diagonal((1 - share) * MeanVariance);
        for (var i = 0; i < Width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                for (var k = 0; k <= j; k++)
                {
                    covariance[(i * Width) + j] += share * rooted[(i * Width) + k] * _root[(j * Width) + k];
                }
            }
        }

        return new TastePrior(mean, covariance);
    }

    /// <summary>Converts weights from another prior's coordinates to this prior's.</summary>
    public void Convert(ReadOnlySpan<float> weights, TastePrior from, Span<float> converted)
    {
        for (var i = 0; i < Width; i++)
        {
            var rest = from._mean[i] - _mean[i];
            for (var k = 0; k <= i; k++)
            {
                rest += from._root[(i * Width) + k] * weights[k];
            }

            for (var k = 0; k < i; k++)
            {
                rest -= _root[(i * Width) + k] * converted[k];
            }

            converted[i] = (float)(rest / _root[(i * Width) + i]);
        }
    }

    private static double[] Diagonal(double value)
    {
        var matrix = new double[Width * Width];
        for (var i = 0; i < Width; i++)
        {
            matrix[(i * Width) + i] = value;
        }

        return matrix;
    }
}
