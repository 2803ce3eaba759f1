using System.Numerics;
using CsCheck;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Market;
using MovieChain.Randomness;
using MovieChain.Tests.Audience;

namespace MovieChain.Tests.Market;

public sealed class OraclePropertyTests
{
    private static readonly Gen<(int Price, int Appeal)> _film =
        Gen.Select(Gen.Int[1, 7], Gen.Bool, (price, liked) => (price, liked ? 2 * HandMade.One : HandMade.One / 2));

    [Fact]
    public void The_oracle_takes_as_much_as_the_best_of_all_sets_of_films_for_any_balance()
    {
        Gen.Select(_film.Array[1, 10], Gen.Int[1, 6], Gen.Int[0, 45]).Sample(
            (films, size, balance) =>
            {
                size = Math.Min(size, films.Length);
                var catalogue = HandMade.Catalogue(films);
                var audience = HandMade.Audience((HandMade.One, balance));
                var oracle = new Oracle(catalogue);
                var slates = new Slates(1, size, (member, slate) => oracle.FillSlate(audience, member, slate), new Workers(1));

                var takings = HandMade.Place(catalogue, audience, slates, new Workers(1)).Takings.Units;

                Assert.Equal(size, slates[0].ToArray().Distinct().Count());
                Assert.Equal(BestOfAll(films, size, balance), takings);
            },
            iter: 3000);
    }

    [Fact]
    public void The_budgeted_choice_is_the_best_of_all_sets_that_the_balance_pays()
    {
        Gen.Select(_film.Array[1, 10], Gen.Int[1, 6], Gen.Int[0, 45]).Sample(
            (films, most, balance) =>
            {
                var liked = Enumerable.Range(0, films.Length).Where(film => films[film].Appeal > HandMade.One).Select(FilmId.At).ToList();

                var chosen = BudgetedSlate.Choose(HandMade.Catalogue(films), liked, most, new Money(balance));

                Assert.True(chosen.Count <= most);
                Assert.Equal(chosen.Count, chosen.Intersect(liked).Count());
                Assert.Equal(BestOfAll(films, most, balance), chosen.Sum(film => films[film.Index].Price));
            },
            iter: 3000);
    }

    [Theory]
    [InlineData(25, 70)]
    [InlineData(0, 25)]
    [InlineData(4000, 9999)]
    public void No_random_slate_beats_the_oracle_for_any_member(int poorest, int richest)
    {
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var streams = new RandomStreams(seed);
            var catalogue = FilmGenerator.Generate(streams, 60);
            var members = Members.Draw(seed, count: 100).WithBalances(member => poorest + (member * 7919 % (richest - poorest + 1)));
            var oracle = new Oracle(catalogue);
            var random = new RandomSlates(streams, new Releases(60));
            var most = Place(catalogue, members, (all, member, slate) => oracle.FillSlate(all, member, slate));
            for (var week = 1; week <= 40; week++)
            {
                var orders = Place(catalogue, members, (_, member, slate) => random.FillSlate(members.Id(member), new Week(week), slate));
                for (var member = 0; member < members.Count; member++)
                {
                    Assert.True(orders.Spent[member] <= most.Spent[member], $"Seed {seed}, member {member}, week {week}");
                }
            }
        }
    }

    private delegate void Fill(Population members, int member, Span<FilmId> slate);

    private static Orders Place(FilmCatalogue catalogue, Population members, Fill fill) => HandMade.Place(
        catalogue, members, new Slates(members.Count, 10, (member, slate) => fill(members, member, slate), new Workers(1)), new Workers(1));

    /// <summary>The highest total price, within the balance, of any set of liked films that a slate holds.</summary>
    private static int BestOfAll((int Price, int Appeal)[] films, int size, int balance)
    {
        var best = 0;
        for (var set = 0u; set < 1u << films.Length; set++)
        {
            if (BitOperations.PopCount(set) <= size)
            {
                var chosen = films.Where((_, film) => (set >> film & 1) == 1).ToList();
                var total = chosen.Sum(film => film.Price);
                best = total <= balance && chosen.TrueForAll(film => film.Appeal > HandMade.One) ? Math.Max(best, total) : best;
            }
        }

        return best;
    }
}
