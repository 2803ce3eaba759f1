using MovieChain.Learning;

namespace MovieChain.Tests.Learning;

public sealed class SlateIndexTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(0, 0)]
    public void What_is_known_is_worth_its_price_or_nothing(float probability, float value) => Assert.Equal(value, SlateIndex.Of(probability, 4, weeks: 5));

    [Fact]
    public void Without_a_future_a_film_is_worth_its_expected_takings() => Assert.Equal(1.25f, SlateIndex.Of(0.25f, 5, weeks: 0));

    [Fact]
    public void The_index_is_the_sure_takings_that_are_worth_as_much_as_a_try()
    {
        // Try once; on success the film sells for the weeks ahead, on failure the sure takings come instead.
        const float Probability = 0.3f;
        const int Weeks = 5;
        var sure = SlateIndex.Of(Probability, 5, Weeks);
        var tried = (Probability * 5 * (1 + Weeks)) + ((1 - Probability) * sure * Weeks);
        Assert.Equal(sure * (1 + Weeks), tried, tolerance: 1e-4f);
    }

    [Fact]
    public void The_link_is_symmetric_and_rises_from_0_to_1()
    {
        Assert.Equal(0.5f, StudentLink.Probability(0));
        Assert.Equal(1, StudentLink.Probability(2) + StudentLink.Probability(-2), tolerance: 1e-6f);
        Assert.Equal(0.908248f, StudentLink.Probability(2), tolerance: 1e-6f);
        Assert.InRange(StudentLink.Probability(-1000), 0, 1e-5f);
    }
}
