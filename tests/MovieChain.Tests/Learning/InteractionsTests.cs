using MovieChain.Learning;

namespace MovieChain.Tests.Learning;

public sealed class InteractionsTests
{
    private static readonly MemberId _anna = new(ProviderId.At(0), 7);
    private static readonly MemberId _ben = new(ProviderId.At(1), 7);

    [Fact]
    public void Of_many_members_some_are_kept_that_are_evenly_spaced_with_all_that_is_known_of_them()
    {
        var builder = new Interactions.Builder(Interactions.None(3));
        for (var number = 0; number < 10; number++)
        {
            builder.AddLine(builder.RowOf(new MemberId(ProviderId.At(0), number)), FilmId.At(number % 3), bought: number % 2 == 0, new Week(1));
        }

        var all = builder.Build();
        var some = all.EvenlySpaced(4);

        Assert.Same(all, all.EvenlySpaced(10));
        Assert.Equal([0, 2, 5, 7], some.Members.ToArray().Select(member => member.Number));
        Assert.Equal(4, some.PairCount);
        Assert.Equal([1L, 1, 2], Enumerable.Range(0, 3).Select(film => some.Offers(FilmId.At(film))));
        Assert.Equal(2, Enumerable.Range(0, 3).Sum(film => some.Purchases(FilmId.At(film))));
        Assert.True(some.TryGetRow(new MemberId(ProviderId.At(0), 5), out var row));
        Assert.Equal(all.Row(5).ToArray(), some.Row(row).ToArray());
    }

    [Fact]
    public void Lines_of_the_same_member_and_film_add_up_over_weeks()
    {
        var first = Add(Interactions.None(5), (_anna, 3, true), (_anna, 1, false));
        var second = Add(new Week(2), first, (_anna, 3, false), (_anna, 2, true), (_ben, 3, true));

        Assert.True(second.TryGetRow(_anna, out var row));
        Assert.Equal(
            [
                new(FilmId.At(1), 1, 0, new Decision(new Week(1), bought: false)),
                new(FilmId.At(2), 1, 1, new Decision(new Week(2), bought: true)),
                new(FilmId.At(3), 2, 1, new Decision(new Week(2), bought: false)),
            ],
            second.Row(row).ToArray());
        Assert.Equal(5, second.Lines);
        Assert.Equal(4, second.PairCount);
        Assert.Equal((0, 1), (first.MixedPairCount, second.MixedPairCount));
        Assert.Equal(3, second.Offers(FilmId.At(3)));
        Assert.Equal(2, second.Purchases(FilmId.At(3)));
    }

    [Fact]
    public void What_was_known_before_stays_as_it_was()
    {
        var first = Add(Interactions.None(5), (_anna, 3, true));
        _ = Add(first, (_anna, 3, false), (_ben, 3, true));
        Assert.Equal(1, first.Lines);
        Assert.Equal(1, first.MemberCount);
        Assert.False(first.TryGetRow(_ben, out _));
    }

    [Fact]
    public void Members_of_two_providers_with_the_same_number_are_two()
    {
        var both = Add(Interactions.None(5), (_anna, 3, true), (_ben, 3, false));
        Assert.Equal([_anna, _ben], both.Members.ToArray());
    }

    [Fact]
    public void Nothing_is_known_at_first() => Assert.True(Interactions.None(5).IsEmpty);

    [Fact]
    public void Without_a_member_all_is_as_if_it_had_never_been_known_by_name()
    {
        var carl = new MemberId(ProviderId.At(2), 1);
        var all = Add(
            new Week(2), Add(Interactions.None(5), (_anna, 3, true), (_ben, 1, false), (carl, 3, true)), (_ben, 3, true), (_anna, 4, false), (carl, 3, false));

        Assert.Equal(
            Known.Describe(Add(new Week(2), Add(Interactions.None(5), (_anna, 3, true), (carl, 3, true)), (_anna, 4, false), (carl, 3, false))),
            Known.Describe(all.Where(member => member != _ben)));
        Assert.Equal(Known.Describe(Interactions.None(5)), Known.Describe(all.Where(_ => false)));
        Assert.Equal(6, all.Lines);
        Assert.False(all.Where(member => member != _ben).TryGetRow(_ben, out _));
    }

    [Fact]
    public void Anonymous_purchases_stay_whoever_is_forgotten()
    {
        var builder = new Interactions.Builder(Add(Interactions.None(5), (_anna, 3, true)));
        builder.AddAnonymousPurchase(FilmId.At(3));

        var nobody = builder.Build().Where(_ => false);

        Assert.Equal((0, 0, 0L), (nobody.MemberCount, nobody.PairCount, nobody.Lines));
        Assert.Equal((0, 1), (nobody.Offers(FilmId.At(3)), nobody.AnonymousPurchases(FilmId.At(3))));
        Assert.False(nobody.IsEmpty);
    }

    [Fact]
    public void What_is_imported_after_somebody_was_forgotten_adds_up_as_ever()
    {
        var forgotten = Add(Interactions.None(5), (_anna, 3, true), (_ben, 1, false)).Where(member => member == _ben);

        Assert.Equal(
            Known.Describe(Add(new Week(2), Add(Interactions.None(5), (_ben, 1, false)), (_ben, 1, true), (_anna, 2, true))),
            Known.Describe(Add(new Week(2), forgotten, (_ben, 1, true), (_anna, 2, true))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_declines_a_film_in_the_week_in_which_it_bought_it_elsewhere_says_nothing(bool buysFirst)
    {
        var known = buysFirst
            ? Add(Interactions.None(5), (_anna, 3, true), (_anna, 3, false), (_ben, 3, false))
            : Add(Interactions.None(5), (_anna, 3, false), (_ben, 3, false), (_anna, 3, true));

        Assert.Equal(Known.Describe(Add(Interactions.None(5), (_anna, 3, true), (_ben, 3, false))).Order(), Known.Describe(known).Order());
        Assert.Equal((2, 1, 0), (known.Offers(FilmId.At(3)), known.Purchases(FilmId.At(3)), known.MixedPairCount));

        // Whoever else offers a film in a week in which it was declined learns nothing new.
        Assert.Equal(Known.Describe(known), Known.Describe(Add(known, (_ben, 3, false))));

        // A week later it could rent the film again: that it does not says something.
        Assert.Equal(3, Add(new Week(2), known, (_anna, 3, false)).Lines);
    }

    [Fact]
    public void Who_declines_a_film_that_it_has_bought_for_good_says_nothing()
    {
        var before = Add(Interactions.None(5, Repeat.Once), (_anna, 3, false), (_anna, 2, true));
        var bought = Add(new Week(2), before, (_anna, 3, true), (_anna, 2, false));
        var later = Add(new Week(4), bought, (_anna, 3, false), (_anna, 2, false), (_ben, 2, false));

        Assert.Equal(Known.Describe(Add(new Week(2), before, (_anna, 3, true))), Known.Describe(bought));
        Assert.Equal(Known.Describe(Add(new Week(4), bought, (_ben, 2, false))), Known.Describe(later));
        Assert.Equal(Repeat.Once, later.Where(member => member == _ben).Repeat);
    }

    [Fact]
    public void Of_films_that_come_out_later_nothing_is_known()
    {
        var known = Add(Interactions.None(2), (_anna, 1, true)).WithFilms(4);

        Assert.Equal((4, 1L), (known.FilmCount, known.Lines));
        Assert.Equal((0, 1), (known.Offers(FilmId.At(3)), known.Purchases(FilmId.At(1))));
        Assert.Equal(1, Add(new Week(2), known, (_anna, 3, false)).Offers(FilmId.At(3)));
        Assert.Same(known, known.WithFilms(4));
    }

    private static Interactions Add(Interactions before, params (MemberId Member, int Film, bool Bought)[] lines) => Add(new Week(1), before, lines);

    private static Interactions Add(Week week, Interactions before, params (MemberId Member, int Film, bool Bought)[] lines)
    {
        var builder = new Interactions.Builder(before);
        foreach (var (member, film, bought) in lines)
        {
            builder.AddLine(builder.RowOf(member), FilmId.At(film), bought, week);
        }

        return builder.Build();
    }
}
