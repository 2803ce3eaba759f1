using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Tests.Audience;

public sealed class MemberGeneratorTests
{
    private const int Hundredth = Population.TasteScale / 100;

    private static readonly Population _many = Members.Draw(seed: 1, count: 20_000);

    [Fact]
    public void Genre_tastes_lie_on_both_sides_of_zero_one_unit_away_from_it()
    {
        for (var genre = 0; genre < Criteria.Genres; genre++)
        {
            var tastes = Members.TastesOf(_many, genre);
            Assert.All(tastes, taste => Assert.Equal(0, taste % Hundredth));
            Assert.All(tastes, taste => Assert.True(taste / Hundredth is >= -175 and <= -101 or >= 100 and <= 198, $"{taste}"));
            Assert.InRange(tastes.Min() / Hundredth, -175, -172);
            Assert.InRange(tastes.Max() / Hundredth, 195, 198);
        }
    }

    [Fact]
    public void Genre_tastes_have_the_mean_that_the_model_implies()
    {
        // m is −1/2 on average, lo (m − 76)/2 and hi 87; a taste is (lo + hi − 1)/2 before it moves away from zero.
        const double Expected = ((-76.5 / 2) + 86) / 2;
        var tastes = Enumerable.Range(0, Criteria.Genres).SelectMany(genre => Members.TastesOf(_many, genre)).Select(taste => taste / Hundredth);

        Assert.InRange(tastes.Average(taste => taste >= 0 ? taste - 100 : taste + 100), Expected - 0.5, Expected + 0.5);
    }

    [Fact]
    public void Openness_to_reviews_takes_every_value_from_125_to_199_hundredths() =>
        Assert.Equal(Enumerable.Range(125, 75), Hundredths(Criteria.Reviews));

    [Theory]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    public void Openness_to_popularity_box_office_and_recency_is_minus_one_or_101_to_149_hundredths(int criterion) =>
        Assert.Equal([-100, .. Enumerable.Range(101, 49)], Hundredths(criterion));

    [Fact]
    public void Openness_to_prices_takes_every_value_from_minus_200_to_minus_102_hundredths() =>
        Assert.Equal(Enumerable.Range(-200, 99), Hundredths(Criteria.Pricing));

    [Fact]
    public void Thresholds_take_every_tenth_from_five_to_nine_point_nine()
    {
        var thresholds = Enumerable.Range(0, _many.Count).Select(_many.Threshold).Distinct().Order();

        Assert.Equal(Enumerable.Range(50, 50).Select(tenths => tenths * (Population.AppealScale / 10)), thresholds);
    }

    [Fact]
    public void Balances_lie_between_4000_and_9999_and_come_close_to_both()
    {
        var balances = Enumerable.Range(0, _many.Count).Select(member => _many.Balance(member).Units).ToList();

        Assert.InRange(balances.Min(), 4000, 4005);
        Assert.InRange(balances.Max(), 9994, 9999);
        Assert.InRange(balances.Average(), 6999.5 - 62, 6999.5 + 62);
    }

    [Fact]
    public void Privacy_takes_every_hundredth_from_none_to_all() =>
        Assert.Equal(Enumerable.Range(0, 101), Enumerable.Range(0, _many.Count).Select(_many.Privacy).Distinct().Order());

    [Fact]
    public void The_same_seed_gives_the_same_people_and_another_seed_others()
    {
        var people = Members.Describe(Members.Draw(seed: 2, count: 50));

        Assert.Equal(people, Members.Describe(Members.Draw(seed: 2, count: 50)));
        Assert.Empty(people.Intersect(Members.Describe(Members.Draw(seed: 3, count: 50))));
    }

    [Fact]
    public void Another_provider_has_other_people()
    {
        var first = Members.Describe(Members.Draw(seed: 2, count: 500, provider: 0));
        var second = Members.Describe(Members.Draw(seed: 2, count: 500, provider: 1));

        Assert.Equal(1000, first.Concat(second).Distinct().Count());
    }

    [Fact]
    public void A_larger_population_begins_with_the_members_of_a_smaller_one() => Assert.Equal(
        Members.Describe(Members.Draw(seed: 4, count: 100)),
        Members.Describe(Members.Draw(seed: 4, count: 700)).Take(100));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Any_number_of_threads_draws_the_same_people(int threads) => Assert.Equal(
        Members.Describe(Members.Draw(seed: 5, count: 3000, threads: 1)),
        Members.Describe(Members.Draw(seed: 5, count: 3000, threads: threads)));

    private static IEnumerable<int> Hundredths(int criterion) =>
        Members.TastesOf(_many, criterion).Select(taste => taste / Hundredth).Distinct().Order();
}
