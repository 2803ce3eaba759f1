using MovieChain.Learning;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning;

public sealed class SlateRankingTests
{
    [Fact]
    public void The_highest_values_come_first_and_ties_by_film_number()
    {
        var slate = new FilmId[4];
        SlateRanking.Best([1, 3, 2, 3, 0, 2], slate);
        Assert.Equal([1, 3, 2, 5], slate.Select(film => (int)film.Index));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 10)]
    [InlineData(50, 50)]
    [InlineData(1000, 300)]
    public void It_agrees_with_a_stable_sort(int films, int size)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var stream = new RandomStreams(seed).For(StreamPurpose.Training);
            var values = Enumerable.Range(0, films).Select(_ => (float)stream.NextInt32(0, films / 2)).ToArray();
            var slate = new FilmId[size];
            SlateRanking.Best(values, slate);
            Assert.Equal(Enumerable.Range(0, films).OrderByDescending(film => values[film]).Take(size), slate.Select(film => (int)film.Index));
        }
    }
}
