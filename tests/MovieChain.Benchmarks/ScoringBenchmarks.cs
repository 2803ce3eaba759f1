using BenchmarkDotNet.Attributes;
using MovieChain.Learning;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Benchmarks;

/// <summary>Scoring every pair of a thousand members and a thousand films on one thread and taking each member's ten best. An
/// operation is one pair.</summary>
[OperationsPerSecond]
public class ScoringBenchmarks
{
    private const int Members = 1_000;
    private const int Films = 1_000;
    private const int Slate = 10;

    private readonly FilmId[] _slates = new FilmId[Members * Slate];
    private readonly float[] _scores = new float[Films];
    private FactorModel _model = new(rank: 1, rowCount: 1, columnCount: 1);

    /// <summary>How many latent factors a member and a film have.</summary>
    [Params(16, 64)]
    public int Rank { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _model = new FactorModel(Rank, Members, Films);
        var stream = new RandomStreams(1).For(StreamPurpose.Training);
        foreach (var factors in new[] { _model.RowFactors, _model.ColumnFactors })
        {
            foreach (ref var factor in factors.AsSpan())
            {
                factor = (float)stream.NextDouble() - 0.5f;
            }
        }

        for (var member = 0; member < Members; member++)
        {
            _model.Row(member)[^1] = 1;
        }

        for (var film = 0; film < Films; film++)
        {
            _model.Column(film)[0] = 1;
        }
    }

    [Benchmark(OperationsPerInvoke = Members * Films)]
    public object TopTen()
    {
        for (var member = 0; member < Members; member++)
        {
            for (var film = 0; film < Films; film++)
            {
                _scores[film] = _model.Score(member, film);
            }

            SlateRanking.Best(_scores, _slates.AsSpan(member * Slate, Slate));
        }

        return _slates;
    }
}
