using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>
/// The slate with the highest takings when the balance does not pay for the most expensive films: a knapsack in which films of equal price
/// are interchangeable, solved exactly by dynamic programming over the amount spent.
/// </summary>
internal static class BudgetedSlate
{
    private const int Unreachable = int.MaxValue / 2;

    /// <summary>At most <paramref name="most"/> of the films, with the highest total price within the balance.</summary>
    public static List<FilmId> Choose(FilmCatalogue catalogue, List<FilmId> films, int most, Money balance)
    {
        var classes = films.GroupBy(film => (int)catalogue.Price(film).Units).Select(group => (Price: group.Key, Films: group.ToList())).ToList();
        var budget = (int)balance.Units;

        // fewest[s]: the fewest films that cost exactly s; taken[c][s]: how many of class c that takes.
        var fewest = new int[budget + 1];
        fewest.AsSpan(1).Fill(Unreachable);
        var taken = new int[classes.Count][];
        for (var c = 0; c < classes.Count; c++)
        {
            (fewest, taken[c]) = AddClass(fewest, classes[c].Price, Math.Min(classes[c].Films.Count, most));
        }

        var spent = budget;
        while (fewest[spent] > most)
        {
            spent--;
        }

        var chosen = new List<FilmId>();
        for (var c = classes.Count - 1; c >= 0; c--)
        {
            var count = taken[c][spent];
            chosen.AddRange(classes[c].Films.Take(count));
            spent -= count * classes[c].Price;
        }

        return chosen;
    }

    private static (int[] Fewest, int[] Taken) AddClass(int[] before, int price, int available)
    {
        var fewest = new int[before.Length];
        var taken = new int[before.Length];
        for (var amount = 0; amount < before.Length; amount++)
        {
            fewest[amount] = before[amount];
            for (var count = 1; count <= available && count * price <= amount; count++)
            {
                var films = before[amount - (count * price)] + count;
                if (films < fewest[amount])
                {
                    (fewest[amount], taken[amount]) = (films, count);
                }
            }
        }

        return (fewest, taken);
    }
}
