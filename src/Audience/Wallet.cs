using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>Balances of members: drawn once, charged for every purchase, topped up when low.</summary>
internal static class Wallet
{
    /// <summary>Balances below this are topped up at the start of a week.</summary>
    public static readonly Money LowBalance = new(25);

    /// <summary>Adds a new draw to every balance below <see cref="LowBalance"/>.</summary>
    public static Population TopUp(Population population, RandomStreams streams, Week week)
    {
        Money[]? balances = null;
        for (var member = 0; member < population.Count; member++)
        {
            if (population.Balance(member) < LowBalance)
            {
                balances ??= Balances(population);
                var stream = streams.For(StreamPurpose.TopUp, population.Id(member), week);
                balances[member] += Draw(ref stream);
            }
        }

        return balances is null ? population : population.WithBalances(balances);
    }

    /// <summary>Subtracts the payment of each member from its balance.</summary>
    /// <exception cref="ArgumentException">A member would pay more than its balance.</exception>
    public static Population Charge(Population population, ReadOnlySpan<Money> spent)
    {
        var balances = Balances(population);
        for (var member = 0; member < balances.Length; member++)
        {
            balances[member] -= spent[member];
            if (balances[member] < Money.Zero)
            {
                throw new ArgumentException($"Member {member} pays {spent[member]} and has {population.Balance(member)}.", nameof(spent));
            }
        }

        return population.WithBalances(balances);
    }

    internal static Money Draw(ref RandomStream stream) => new(stream.NextInt32(4000, 9999));

    private static Money[] Balances(Population population) => [.. Enumerable.Range(0, population.Count).Select(population.Balance)];
}
