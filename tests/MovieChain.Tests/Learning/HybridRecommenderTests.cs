using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning;

public sealed class HybridRecommenderTests
{
    private const int Films = 60;
    private const int Members = 40;
    private static readonly RandomStreams _streams = new(3);
    private static readonly FilmCatalogue _catalogue = FilmGenerator.Generate(_streams, Films);

    [Fact]
    public void A_taste_for_a_trait_is_found_from_a_few_films_and_holds_for_all()
    {
        var learned = Learn(TraitLovers(), null);
        for (var number = 0; number < Members; number++)
        {
            var slate = Slate(learned, number);
            Assert.Equal(slate.Length, slate.Distinct().Count());
            Assert.True(slate.Count(film => Loves(number, film)) >= 8, $"member {number}");
        }

        Assert.InRange(learned.ValidationRmse!.Value, 0, 0.35);
    }

    [Fact]
    public void A_member_that_is_not_known_by_name_has_the_tastes_of_the_population()
    {
        // All members love the same trait, and a stranger is taken for one of them.
        var slate = Slate(Learn(TraitLovers(loves: _ => 0), null), Members + 1);
        Assert.True(slate.Count(film => Loves(0, film)) >= 9, string.Join(' ', slate));
    }

    [Fact]
    public void What_the_traits_do_not_tell_of_a_film_is_learned_too()
    {
        // All films look alike; every member was offered the first two, declined film 0 and bought film 1.
        var alike = new FilmCatalogue(Enumerable.Repeat(4, Films).ToArray(), new int[Films * Criteria.Count]);
        var builder = new Interactions.Builder(Interactions.None(Films));
        for (var number = 0; number < Members; number++)
        {
            var row = builder.RowOf(new MemberId(ProviderId.At(0), number));
            builder.AddLine(row, FilmId.At(0), bought: false, new Week(1));
            builder.AddLine(row, FilmId.At(1), bought: true, new Week(1));
        }

        var slate = Slate(new HybridRecommender(alike, _streams).Learn(builder.Build(), null, new Workers(1)), Members, Films);
        Assert.Equal(FilmId.At(1), slate[0]);
        Assert.Equal(FilmId.At(0), slate[^1]);
    }

    [Fact]
    public void What_a_member_did_with_a_film_lately_is_not_predicted_but_known()
    {
        var builder = new Interactions.Builder(TraitLovers());
        var row = builder.RowOf(new MemberId(ProviderId.At(0), Members));
        var disliked = Enumerable.Range(0, Films).Select(FilmId.At).Where(film => !Loves(0, film) && _catalogue.Price(film).Units == 5).Take(3).ToArray();
        foreach (var film in disliked)
        {
            builder.AddLine(row, film, bought: true, new Week(2));
        }

        Assert.Equal(disliked.Order(), Slate(Learn(builder.Build(), null), Members).Take(3).Order());
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
    public void The_number_of_threads_decides_nothing()
    {
        var interactions = TraitLovers();
        var (one, four) = (Learn(interactions, null, threads: 1), Learn(interactions, null, threads: 4));
        (one, four) = (Learn(interactions, one, threads: 1), Learn(interactions, four, threads: 4));
        Assert.Equal(one.ValidationRmse, four.ValidationRmse);
        for (var number = 0; number <= Members; number++)
        {
            Assert.Equal(Slate(one, number, Films), Slate(four, number, Films));
        }
    }

    private static bool Loves(int number, FilmId film) => _catalogue.Trait(film, number % 4) > 0;

    private static Learned Learn(Interactions interactions, Learned? previous, int threads = 2) =>
        new HybridRecommender(_catalogue, _streams).Learn(interactions, previous, new Workers(threads));

    private static FilmId[] Slate(Learned learned, int number, int length = 10)
    {
        var slate = new FilmId[length];
        learned.Policy.FillSlate(new MemberId(ProviderId.At(0), number), new Week(3), slate);
        return slate;
    }

    /// <summary>Members that buy the films with a positive trait, each its own by number; each was offered a third of the films.</summary>
    private static Interactions TraitLovers(Func<int, int>? loves = null)
    {
        var builder = new Interactions.Builder(Interactions.None(Films));
        for (var number = 0; number < Members; number++)
        {
            var row = builder.RowOf(new MemberId(ProviderId.At(0), number));
            var stream = _streams.For(StreamPurpose.Sharing, number);
            for (var film = 0; film < Films; film++)
            {
                if (stream.NextDouble() < 0.35)
                {
                    var id = FilmId.At(film);
                    builder.AddLine(row, id, bought: Loves(loves?.Invoke(number) ?? number, id), new Week(1));
                }
            }
        }

        return builder.Build();
    }
}
