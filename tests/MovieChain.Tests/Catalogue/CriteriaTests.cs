using MovieChain.Catalogue;

namespace MovieChain.Tests.Catalogue;

public sealed class CriteriaTests
{
    [Theory]
    [InlineData(-60, -160)]
    [InlineData(-1, -101)]
    [InlineData(0, 100)]
    [InlineData(1, 101)]
    [InlineData(48, 148)]
    public void A_genre_moves_away_from_zero_and_zero_counts_as_positive(int value, int expected) =>
        Assert.Equal(expected, Criteria.GenreAwayFromZero(value, 100));

    [Theory]
    [InlineData(-90, -190)]
    [InlineData(-1, -101)]
    [InlineData(0, -100)]
    [InlineData(1, 101)]
    [InlineData(74, 174)]
    public void A_selection_criterion_moves_away_from_zero_and_zero_counts_as_negative(int value, int expected) =>
        Assert.Equal(expected, Criteria.SelectionAwayFromZero(value, 100));

    [Fact]
    public void Twelve_genres_come_before_five_selection_criteria()
    {
        Assert.Equal(17, Criteria.Count);
        Assert.Equal(12, Criteria.Reviews);
        Assert.Equal(16, Criteria.Pricing);
    }
}
