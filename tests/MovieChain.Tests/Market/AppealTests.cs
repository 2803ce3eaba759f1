using CsCheck;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Market;
using MovieChain.Randomness;
using MovieChain.Tests.Audience;

namespace MovieChain.Tests.Market;

public sealed class AppealTests
{
    [Fact]
    public void Appeal_is_the_dot_product_of_tastes_and_traits()
    {
        var traits = new int[2 * Criteria.Count];
        var tastes = new int[Criteria.Count];
        (traits[Criteria.Count], tastes[0]) = (150, 120_000);
        (traits[Criteria.Count + 5], tastes[5]) = (-101, 101_000);
        (traits[(2 * Criteria.Count) - 1], tastes[^1]) = (110, -200_000);

        var catalogue = new FilmCatalogue([3, 4], traits);

        Assert.Equal(0, Appeal.Of(catalogue, tastes, FilmId.At(0)));
        Assert.Equal((150 * 120_000) - (101 * 101_000) - (110 * 200_000), Appeal.Of(catalogue, tastes, FilmId.At(1)));
    }

    [Fact]
    public void The_appeals_of_all_films_at_once_are_those_of_each()
    {
        var members = Members.Draw(seed: 1, count: 5);
        Gen.Select(Gen.Int[1, 70], Gen.ULong).Sample((films, seed) =>
        {
            var catalogue = FilmGenerator.Generate(new RandomStreams(seed), films);
            for (var member = 0; member < members.Count; member++)
            {
                var tastes = members.Tastes(member);
                var all = new int[films];
                Array.Fill(all, 77);
                Appeal.OfAll(catalogue, tastes, all);
                for (var film = 0; film < films; film++)
                {
                    Assert.Equal(Appeal.Of(catalogue, tastes, FilmId.At(film)), all[film]);
                }
            }
        });
    }

    [Theory]
    [InlineData(200, 680_000_000)]
    [InlineData(-200, -680_000_000)]
    public void The_most_extreme_tastes_and_traits_do_not_overflow(int trait, int expected)
    {
        var catalogue = new FilmCatalogue([3], [.. Enumerable.Repeat(trait, Criteria.Count)]);
        int[] tastes = [.. Enumerable.Repeat(2 * Population.TasteScale, Criteria.Count)];

        Assert.Equal(expected, Appeal.Of(catalogue, tastes, FilmId.At(0)));
    }
}
