using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>What members have to spend: drawn once, charged for every purchase, topped up when it runs low.</summary>
internal static class Wallet
{
    /// <summary>A balance below this is topped up when the week begins.</summary>
    public static readonly Money LowBalance = new(25);

    /// <summary>The population with a fresh draw added to every balance that has fallen below 25.</summary>
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

    /// <summary>The population after its members have paid.</summary>
    /// <param name="population">The members.</param>
    /// <param name="spent">What each member pays; never more than its balance.</param>
    /// <exception cref="ArgumentException">A member would pay more than it has, or the lengths differ.</exception>
    public static Population Charge(Population population, ReadOnlySpan<Money> spent)
    {
        if (spent.Length != population.Count)
        {
            throw new ArgumentException($"{spent.Length} payments for {population.Count} members.", nameof(spent));
        }

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

    private static Money[] Balances(Population population)
    {
        var balances = new Money[population.Count];
        for (var member = 0; member < balances.Length; member++)
        {
            balances[member] = population.Balance(member);
        }

        return balances;
    }
}
