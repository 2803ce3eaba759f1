using MovieChain.Experiments.Statistics;

namespace MovieChain.Experiments;

/// <summary>What the coalitions of one replication earn, and what each owner's records add to that.</summary>
internal sealed class CoalitionValues
{
    private readonly long[][] _profits;
    private readonly double[][] _added;

    /// <param name="replication">The replication; its outcomes are those of the coalitions, by number.</param>
    public CoalitionValues(Replication replication)
    {
        var providers = replication.Outcomes[0].Providers.Length;
        _profits =
        [
            .. Enumerable.Range(0, providers).Select(beneficiary =>
                replication.Outcomes.Select(outcome => outcome.Providers[beneficiary].Profit.Units).ToArray()),
        ];
        _added = [.. _profits.Select(game => Shapley.Of(game).Values.ToArray())];
        Consenting = replication.Outcomes[0].Providers.Sum(earned => earned.Consenting);
    }

    /// <summary>How many members consent.</summary>
    public int Consenting { get; }

    /// <summary>What all earn together when nobody shares.</summary>
    public double ProfitOfNone => _profits.Sum(game => game[0]);

    /// <summary>What all earn together when everybody shares.</summary>
    public double ProfitOfAll => _profits.Sum(game => game[^1]);

    /// <summary>The difference between the sum of all Shapley values and the gain that they must add up to.</summary>
    public double Error => Math.Abs(_added.Sum(game => game.Sum()) - Gain());

    /// <summary>What an owner's records add to a beneficiary's profit.</summary>
    public double Added(int owner, int beneficiary) => _added[beneficiary][owner];

    /// <summary>What an owner's records add to the profits of all.</summary>
    public double Added(int owner) => _added.Sum(game => game[owner]);

    /// <summary>What a beneficiary gains when everybody shares.</summary>
    public double Gain(int beneficiary) => _profits[beneficiary][^1] - _profits[beneficiary][0];

    /// <summary>What all gain together when everybody shares.</summary>
    public double Gain() => ProfitOfAll - ProfitOfNone;
}
