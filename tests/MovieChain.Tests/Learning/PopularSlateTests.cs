using MovieChain.Catalogue;
using MovieChain.Learning;

namespace MovieChain.Tests.Learning;

public sealed class PopularSlateTests
{
    private static readonly FilmCatalogue _catalogue = new([3, 5, 4, 4], new int[4 * Criteria.Count]);

    [Fact]
    public void The_films_with_the_highest_takings_per_offer_come_first()
    {
        // Takings per offer: 3 × 1, 5 × 1/2, 4 × 3/4, and never offered: 4 × the average rate of 5/7.
        var builder = new Interactions.Builder(Interactions.None(4));
        Add(builder, 0, offers: 1, purchases: 1);
        Add(builder, 1, offers: 2, purchases: 1);
        Add(builder, 2, offers: 4, purchases: 3);
        Assert.Equal([0, 2, 3, 1], Slate(builder.Build()));
    }

    [Fact]
    public void Without_names_the_films_that_most_was_spent_on_come_first()
    {
        var builder = new Interactions.Builder(Interactions.None(4));
        builder.AddAnonymousPurchase(FilmId.At(1));
        builder.AddAnonymousPurchase(FilmId.At(3));
        builder.AddAnonymousPurchase(FilmId.At(3));
        Assert.Equal([3, 1, 0, 2], Slate(builder.Build()));
    }

    private static void Add(Interactions.Builder builder, int film, int offers, int purchases)
    {
        for (var offer = 0; offer < offers; offer++)
        {
            var row = builder.RowOf(new MemberId(ProviderId.At(0), offer));
            builder.AddLine(row, FilmId.At(film), bought: offer < purchases, new Week(1));
        }
    }

    private static IEnumerable<int> Slate(Interactions interactions)
    {
        var slate = new FilmId[4];
        PopularSlate.From(interactions, _catalogue).FillSlate(default, new Week(2), slate);
        return slate.Select(film => (int)film.Index);
    }
}
