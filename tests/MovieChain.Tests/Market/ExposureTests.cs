using MovieChain.Market;

namespace MovieChain.Tests.Market;

public sealed class ExposureTests
{
    [Fact]
    public void Slates_of_the_same_films_overlap_wholly_whatever_the_audiences() =>
        Assert.Equal(1, Assert.Single(Exposure.Overlaps([Offered([0, 1]), Offered([1, 0], [0, 1], [1, 0])], films: 3)));

    [Fact]
    public void Slates_of_other_films_do_not_overlap() =>
        Assert.Equal(0, Assert.Single(Exposure.Overlaps([Offered([0, 1]), Offered([2, 3])], films: 4)));

    [Fact]
    public void A_film_counts_as_often_as_the_one_that_showed_it_less_did()
    {
        // Shares of films 0, 1, 2: 1/2, 1/4, 1/4 and 1/4, 1/4, 1/2; then nothing in common but a quarter.
        var overlaps = Exposure.Overlaps([Offered([0, 1], [0, 2]), Offered([2, 1], [2, 0]), Offered([3, 4], [3, 0])], films: 5);
        Assert.Equal([0.75, 0.25, 0.25], overlaps.ToArray());
    }

    private static Slates Offered(params int[][] slates) => new(
        slates.Length,
        slates[0].Length,
        (member, slate) => slates[member].Select(FilmId.At).ToArray().CopyTo(slate),
        new Workers(1));
}
