using MovieChain.Randomness;

namespace MovieChain.Tests.Randomness;

public sealed class RandomStreamsTests
{
    private static readonly MemberId _member = new(ProviderId.At(1), 7);

    [Fact]
    public void The_same_seed_purpose_and_entity_give_the_same_stream()
    {
        Assert.Equal(
            Draw(new RandomStreams(1).For(StreamPurpose.Drift, _member, new Week(3))),
            Draw(new RandomStreams(1).For(StreamPurpose.Drift, _member, new Week(3))));
        Assert.Equal(
            Draw(new RandomStreams(1).For(StreamPurpose.Film, 5)),
            Draw(new RandomStreams(1).For(StreamPurpose.Film, 5)));
    }

    [Fact]
    public void Streams_of_another_seed_purpose_provider_member_or_week_have_nothing_in_common()
    {
        var week = new Week(3);
        RandomStream[] streams =
        [
            new RandomStreams(1).For(StreamPurpose.Drift, _member, week),
            new RandomStreams(2).For(StreamPurpose.Drift, _member, week),
            new RandomStreams(1UL << 32).For(StreamPurpose.Drift, _member, week),
            new RandomStreams(1).For(StreamPurpose.TopUp, _member, week),
            new RandomStreams(1).For(StreamPurpose.Drift, _member with { Provider = ProviderId.At(2) }, week),
            new RandomStreams(1).For(StreamPurpose.Drift, _member with { Number = 8 }, week),
            new RandomStreams(1).For(StreamPurpose.Drift, _member, new Week(4)),
            new RandomStreams(1).For(StreamPurpose.Drift, new MemberId(ProviderId.At(1), 3), new Week(7)),
        ];

        var words = streams.SelectMany(Draw).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void Every_purpose_every_provider_and_every_entity_has_a_stream_of_its_own()
    {
        var streams = new RandomStreams(3);
        var firstWords = new List<ulong>();
        foreach (var purpose in Enum.GetValues<StreamPurpose>())
        {
            for (var provider = 0; provider < ProviderId.MaxCount; provider += 9)
            {
                for (var number = 0; number < 20; number++)
                {
                    for (var week = 0; week < 20; week++)
                    {
                        var stream = streams.For(purpose, new MemberId(ProviderId.At(provider), number), new Week(week));
                        firstWords.Add(((ulong)stream.NextUInt32() << 32) | stream.NextUInt32());
                    }
                }
            }
        }

        Assert.Equal(firstWords.Count, firstWords.Distinct().Count());
    }

    [Fact]
    public void A_member_has_another_stream_for_every_film()
    {
        var streams = new RandomStreams(4);

        var words = Enumerable.Range(0, 100).SelectMany(film => Draw(streams.For(StreamPurpose.Holdout, _member, FilmId.At(film)))).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void What_one_stream_draws_does_not_shift_another()
    {
        var streams = new RandomStreams(5);
        var expected = Draw(streams.For(StreamPurpose.Film, 1));

        Draw(streams.For(StreamPurpose.Film, 0));

        Assert.Equal(expected, Draw(streams.For(StreamPurpose.Film, 1)));
    }

    private static ulong[] Draw(RandomStream stream) =>
        [.. Enumerable.Range(0, 10).Select(_ => ((ulong)stream.NextUInt32() << 32) | stream.NextUInt32())];
}
