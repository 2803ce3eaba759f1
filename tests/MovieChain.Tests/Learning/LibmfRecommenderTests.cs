using Microsoft.ML.Data;
using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Randomness;
using MovieChain.Tests.Simulation;

namespace MovieChain.Tests.Learning;

/// <summary>Compiled where the recommender is: with <c>-p:UseLibMF=true</c>.</summary>
public sealed class LibmfRecommenderTests
{
    private const int Films = 40;
    private const int Members = 200;
    private const int Rank = 4;
    private static readonly RandomStreams _streams = new(3);
    private static readonly FilmCatalogue _catalogue = FilmGenerator.Generate(_streams, Films);

    [Fact]
    public void Members_are_offered_different_films_of_the_kind_that_they_buy()
    {
        var learned = Learn(ParityLovers(1));
        for (var number = 0; number < Members; number++)
        {
            var slate = Slate(learned, number);
            Assert.Equal(slate.Length, slate.Distinct().Count());
            Assert.True(slate.Count(film => film.Index % 2 == number % 2) >= 8, $"member {number}");
        }

        Assert.InRange(learned.ValidationRmse!.Value, 0, 0.4);
    }

    [Fact]
    public void A_member_that_is_not_known_by_name_is_offered_the_popular_slate()
    {
        var interactions = ParityLovers(1);
        var popular = new FilmId[10];
        PopularSlate.From(interactions, _catalogue).FillSlate(default, new Week(2), popular);
        Assert.Equal(popular, Slate(Learn(interactions), Members + 1));
        Assert.Null(Learn(Interactions.None(Films)).ValidationRmse);
    }

    /// <summary>Every other film was never offered: the package's own transformer gives no number for it, and neither do the factors.</summary>
    [Fact]
    public void The_factors_score_a_pair_as_the_package_itself_does()
    {
        var interactions = ParityLovers(2);
        var pairs = PairTable.All(interactions);
        using var trained = LibmfRecommender.Train(pairs.ToDataView(), Rank);
        var factors = LibmfRecommender.FactorsOf(trained.Model, pairs.MeanLabel());
        var keys = Enumerable.Range(0, interactions.MemberCount).SelectMany(_ => Enumerable.Range(0, Films), (member, film) => (Member: member, Film: film)).ToList();
        var grid = new ColumnarDataView(
            ("Member", new KeyDataViewType(typeof(uint), interactions.MemberCount), keys.Select(key => (uint)key.Member + 1).ToArray()),
            ("Film", new KeyDataViewType(typeof(uint), Films), keys.Select(key => (uint)key.Film + 1).ToArray()),
            ("Label", NumberDataViewType.Single, new float[keys.Count]));

        var scores = trained.Transform(grid).GetColumn<float>("Score").ToList();

        Assert.Equal(keys.Count / 2, scores.Count(float.IsNaN));
        Assert.All(keys.Zip(scores), pair => Assert.Equal(pair.Second, factors.Score(pair.First.Member, pair.First.Film), 1e-5f));
    }

    /// <summary>Decisions hold, since nobody has changed one; what is left is predicted. Greedy ranking would give other slates.</summary>
    [Fact]
    public void Films_are_ranked_by_the_slate_index_and_not_by_their_takings_this_week()
    {
        var interactions = ParityLovers(1, isChoosy: true);
        var pairs = PairTable.All(interactions);
        using var trained = LibmfRecommender.Train(pairs.ToDataView(), Rank);
        var factors = LibmfRecommender.FactorsOf(trained.Model, pairs.MeanLabel());
        var learned = Learn(interactions);

        Assert.All(Enumerable.Range(0, Members), number => Assert.Equal(Ranked(number, weeksAhead: 5), Slate(learned, number)));
        Assert.Contains(Enumerable.Range(0, Members), number => !Ranked(number, weeksAhead: 0).SequenceEqual(Slate(learned, number)));

        FilmId[] Ranked(int number, float weeksAhead)
        {
            Assert.True(interactions.TryGetRow(new MemberId(ProviderId.At(0), number), out var row));
            var probabilities = Enumerable.Range(0, Films).Select(film => factors.Score(row, film)).ToArray();
            foreach (var pair in interactions.Row(row))
            {
                probabilities[pair.Film.Index] = pair.Last.Bought ? 1 : 0;
            }

            var slate = new FilmId[10];
            SlateRanking.Best([.. probabilities.Select((p, film) => SlateIndex.Of(Math.Clamp(p, 0, 1), _catalogue.Price(FilmId.At(film)).Units, weeksAhead))], slate);
            return slate;
        }
    }

    [Fact]
    public void Films_that_nobody_was_ever_offered_are_tried_on_a_member_that_declines_all_others()
    {
        // Even films alone were offered, and member 1 buys none of them.
        Assert.All(Slate(Learn(ParityLovers(2)), 1), film => Assert.Equal(1, film.Index % 2));
    }

    [Fact]
    public void A_run_gives_the_same_chain_again_with_any_number_of_threads()
    {
        var options = SmallRuns.Options("libmf", weeks: 3);
        Assert.Equal(SmallRuns.Run(options, threads: 1).Chain.Head.Hash, SmallRuns.Run(options, threads: 2).Chain.Head.Hash);
    }

    private static Learned Learn(Interactions interactions) =>
        new LibmfRecommender(_catalogue, _streams, Rank).Learn(interactions, previous: null, new Workers(2));

    private static FilmId[] Slate(Learned learned, int number)
    {
        var slate = new FilmId[10];
        learned.Policy.FillSlate(new MemberId(ProviderId.At(0), number), new Week(2), slate);
        return slate;
    }

    /// <summary>Even members buy even films alone, odd members odd films; of all films only those at every so manieth place were ever offered.
    /// Choosy members buy two films in three of their kind.</summary>
    private static Interactions ParityLovers(int step, bool isChoosy = false)
    {
        var builder = new Interactions.Builder(Interactions.None(Films));
        for (var number = 0; number < Members; number++)
        {
            var row = builder.RowOf(new MemberId(ProviderId.At(0), number));
            var stream = _streams.For(StreamPurpose.Sharing, number);
            for (var film = 0; film < Films; film += step)
            {
                if (stream.NextDouble() < 0.4)
                {
                    builder.AddLine(row, FilmId.At(film), bought: film % 2 == number % 2 && !(isChoosy && (film + number) % 3 == 0), new Week(1));
                }
            }
        }

        return builder.Build();
    }
}
