using MovieChain.Catalogue;

namespace MovieChain.Tests.Catalogue;

public sealed class FilmCatalogueTests
{
    [Fact]
    public void Prices_and_traits_stand_where_they_were_put()
    {
        int[] prices = [3, 4, 5];
        int[] traits = [.. Enumerable.Range(0, 3 * Criteria.Count)];

        var catalogue = new FilmCatalogue(prices, traits);

        Assert.Equal(3, catalogue.Count);
        for (var film = 0; film < 3; film++)
        {
            Assert.Equal(new Money(prices[film]), catalogue.Price(FilmId.At(film)));
            for (var criterion = 0; criterion < Criteria.Count; criterion++)
            {
                Assert.Equal((film * Criteria.Count) + criterion, catalogue.Trait(FilmId.At(film), criterion));
                Assert.Equal((film * Criteria.Count) + criterion, catalogue.TraitsOfAll(criterion)[film]);
            }
        }
    }

    [Fact]
    public void Changing_the_arrays_afterwards_does_not_change_the_catalogue()
    {
        int[] prices = [3];
        var traits = new int[Criteria.Count];
        var catalogue = new FilmCatalogue(prices, traits);

        prices[0] = 9;
        traits[0] = 9;

        Assert.Equal(new Money(3), catalogue.Price(FilmId.At(0)));
        Assert.Equal(0, catalogue.Trait(FilmId.At(0), 0));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 16)]
    [InlineData(1, 18)]
    [InlineData(2, 17)]
    [InlineData(10_001, 10_001 * 17)]
    public void Lengths_that_do_not_fit_are_refused(int prices, int traits) =>
        Assert.Throws<ArgumentException>(() => new FilmCatalogue([.. Enumerable.Repeat(3, prices)], new int[traits]));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_film_that_costs_nothing_is_refused(int price) =>
        Assert.Throws<ArgumentException>(() => new FilmCatalogue([4, price], new int[2 * Criteria.Count]));
}
