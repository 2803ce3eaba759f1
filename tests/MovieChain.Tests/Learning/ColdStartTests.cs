using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning;

/// <summary>Slates for members without records.</summary>
public sealed class ColdStartTests
{
    private static readonly FilmId[] _ranking = [.. new[] { 4, 2, 0, 1, 3 }.Select(FilmId.At)];

    [Theory]
    [InlineData(false, 2, "4 2")]
    [InlineData(false, 9, "4 2")]
    [InlineData(true, 1, "4 2")]
    [InlineData(true, 2, "4 2")]
    [InlineData(true, 3, "0 1")]
    [InlineData(true, 4, "3 4")]
    [InlineData(true, 5, "2 0")]
    [InlineData(true, 520, "2 0")]
    public void Where_films_are_bought_once_the_next_ones_follow_every_week_round_and_round(bool isOnce, int week, string expected)
    {
        var slate = new FilmId[2];
        ColdStart.FillSlate(_ranking, isOnce ? Repeat.Once : Repeat.Rent, new Week(week), slate);
        Assert.Equal(expected, string.Join(' ', slate.Select(film => film.Index)));
    }

    [Fact]
    public void A_slate_of_all_films_holds_each_once_in_every_week()
    {
        for (var week = 1; week < 12; week++)
        {
            var slate = new FilmId[5];
            ColdStart.FillSlate(_ranking, Repeat.Once, new Week(week), slate);
            Assert.Equal(5, slate.Distinct().Count());
        }
    }

    [Fact]
    public void Sold_films_make_up_the_number_where_no_others_are_left()
    {
        var anna = new MemberId(ProviderId.At(0), 1);
        var builder = new Interactions.Builder(Interactions.None(5, Repeat.Once));
        foreach (var film in new[] { 0, 1, 2, 4 })
        {
            builder.AddLine(builder.RowOf(anna), FilmId.At(film), bought: true, new Week(1));
        }

        var slate = new FilmId[3];
        PopularSlate.From(builder.Build(), FilmGenerator.Generate(new RandomStreams(1), 5)).FillSlate(anna, new Week(2), slate);

        Assert.Equal(FilmId.At(3), slate[0]);
        Assert.Equal(3, slate.Distinct().Count());
    }

    [Fact]
    public void Random_slates_of_several_providers_are_drawn_apart_and_a_members_own_is_as_ever()
    {
        var (streams, films, member) = (new RandomStreams(1), new Releases(1000), new MemberId(ProviderId.At(1), 3));
        var slates = Enumerable.Range(0, 3).Select(provider => Draw(new RandomSlates(streams, films, ProviderId.At(provider)))).ToList();

        Assert.Equal(Draw(new RandomSlates(streams, films)), slates[1]);
        Assert.Equal(3, slates.Select(slate => string.Join(' ', slate)).Distinct().Count());

        FilmId[] Draw(RandomSlates policy)
        {
            var slate = new FilmId[10];
            policy.FillSlate(member, new Week(7), slate);
            return slate;
        }
    }
}
