using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning;

public sealed class MatrixFactorizationRecommenderTests
{
    private const int Films = 40;
    private const int Members = 200;
    private static readonly RandomStreams _streams = new(3);
    private static readonly FilmCatalogue _catalogue = FilmGenerator.Generate(_streams, Films);

    [Fact]
    public void Members_are_offered_different_films_of_the_kind_that_they_buy()
    {
        // Even members buy even films alone, odd members odd films.
        var learned = Learn(ParityLovers(), null);
        for (var number = 0; number < Members; number++)
        {
            var slate = Slate(learned, number);
            Assert.Equal(slate.Length, slate.Distinct().Count());
            Assert.True(slate.Count(film => film.Index % 2 == number % 2) >= 8, $"member {number}");
        }

        Assert.InRange(learned.ValidationRmse!.Value, 0, 0.25);
    }

    [Fact]
    public void A_member_that_is_not_known_by_name_is_offered_what_the_population_would_spend_most_on()
    {
        // Everybody was offered two of the dearest films: all bought the second and two in three the first. Half buy any other film.
        var dear = Enumerable.Range(0, Films).Select(FilmId.At).Where(film => _catalogue.Price(film).Units == 5).Take(2).ToArray();
        var builder = new Interactions.Builder(ParityLovers());
        for (var number = 0; number < Members; number++)
        {
            var row = builder.RowOf(new MemberId(ProviderId.At(0), number));
            builder.AddLine(row, dear[0], bought: number % 3 > 0, new Week(2));
            builder.AddLine(row, dear[1], bought: true, new Week(2));
        }

        var slate = Slate(Learn(builder.Build(), null), Members + 1);
        Assert.Equal([dear[1], dear[0]], slate[..2]);
    }

    [Fact]
    public void A_film_that_nobody_was_ever_offered_is_tried()
    {
        // One member declined all of the first thirty films; nobody was offered the other ten.
        var builder = new Interactions.Builder(Interactions.None(Films));
        var row = builder.RowOf(new MemberId(ProviderId.At(0), 0));
        for (var film = 0; film < 30; film++)
        {
            builder.AddLine(row, FilmId.At(film), bought: film == 0, new Week(1));
        }

        var slate = Slate(Learn(builder.Build(), null), 0);
        Assert.Contains(FilmId.At(0), slate);
        Assert.True(slate.Count(film => film.Index >= 30) >= 8, string.Join(' ', slate));
    }

    [Fact]
    public void What_a_member_did_with_a_film_lately_is_not_predicted_but_known()
    {
        // Member 1 loves odd films, but it buys film 0 and declines film 1.
        var known = ParityLovers();
        var builder = new Interactions.Builder(known);
        foreach (var (film, bought) in new[] { (0, true), (1, false) })
        {
            builder.AddLine(builder.RowOf(new MemberId(ProviderId.At(0), 1)), FilmId.At(film), bought, new Week(2));
        }

        var slate = Slate(Learn(builder.Build(), null), number: 1, Films);
        Assert.True(slate.IndexOf(FilmId.At(0)) < Films / 2);
        Assert.True(slate.IndexOf(FilmId.At(1)) > Films / 2);
    }

    [Fact]
    public void When_tastes_drift_a_film_declined_long_ago_is_tried_again_and_one_declined_lately_is_not()
    {
        // A new member loves even films too; but it declined film 4 ten weeks ago, and film 2 last week.
        var builder = new Interactions.Builder(ParityLovers());
        var row = builder.RowOf(new MemberId(ProviderId.At(0), Members));
        var other = builder.RowOf(new MemberId(ProviderId.At(0), 0));
        for (var film = 10; film < 30; film++)
        {
            builder.AddLine(row, FilmId.At(film), bought: film % 2 == 0, new Week(11));
        }

        builder.AddLine(row, FilmId.At(4), bought: false, new Week(2));
        builder.AddLine(row, FilmId.At(2), bought: false, new Week(11));
        var fixedTastes = Slate(Learn(builder.Build(), null), Members, Films, week: 12);
        for (var week = 2; week <= 11; week++)
        {
            builder.AddLine(other, FilmId.At(6), bought: week % 2 == 0, new Week(week));
        }

        var drift = Slate(Learn(builder.Build(), null), Members, Films, week: 12);

        // What certainly is not bought comes last, by film number.
        Assert.Equal((28, 29), (Rank(fixedTastes, 2), Rank(fixedTastes, 4)));
        Assert.True(Rank(drift, 4) < Rank(drift, 2), $"{Rank(drift, 4)} {Rank(drift, 2)}");
    }

    [Fact]
    public void Nothing_known_means_no_model_and_the_popular_slate()
    {
        var learned = Learn(Interactions.None(Films), null);
        Assert.Equal(0, learned.TrainingRows);
        Assert.Null(learned.ValidationRmse);
        Assert.Equal(10, Slate(learned, 0).Distinct().Count());
    }

    [Fact]
    public void Every_order_line_counts_as_a_training_row()
    {
        var interactions = ParityLovers();
        Assert.Equal(interactions.Lines, Learn(interactions, null).TrainingRows);
    }

    [Fact]
    public void Starting_from_last_week_gives_another_model_of_much_the_same_error()
    {
        var interactions = ParityLovers();
        var first = Learn(interactions, null);
        var second = Learn(interactions, first);
        Assert.NotEqual(first.ValidationRmse, second.ValidationRmse);
        Assert.Equal(first.ValidationRmse!.Value, second.ValidationRmse!.Value, 0.05);
    }

    private static int Rank(FilmId[] slate, int film) => slate.IndexOf(FilmId.At(film));

    private static Learned Learn(Interactions interactions, Learned? previous) =>
        new MatrixFactorizationRecommender(_catalogue, _streams, rank: 4).Learn(interactions, previous, new Workers(2));

    private static FilmId[] Slate(Learned learned, int number, int filmCount = 10, int week = 3)
    {
        var slate = new FilmId[filmCount];
        learned.Policy.FillSlate(new MemberId(ProviderId.At(0), number), new Week(week), slate);
        return slate;
    }

    private static Interactions ParityLovers()
    {
        var builder = new Interactions.Builder(Interactions.None(Films));
        for (var number = 0; number < Members; number++)
        {
            var row = builder.RowOf(new MemberId(ProviderId.At(0), number));
            var stream = _streams.For(StreamPurpose.Sharing, number);
            for (var film = 0; film < Films; film++)
            {
                if (stream.NextDouble() < 0.4)
                {
                    builder.AddLine(row, FilmId.At(film), bought: film % 2 == number % 2, new Week(1));
                }
            }
        }

        return builder.Build();
    }
}
