namespace MovieChain.Tests;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Work_that_fails_fails_with_its_own_exception_on_any_number_of_threads(int threads) =>
        Assert.Throws<OverflowException>(() => new Workers(threads).ForRanges(10, 1, (_, _) => throw new OverflowException()));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Ranges_cover_every_number_once(int threads)
    {
        var met = new int[100];
        new Workers(threads).ForRanges(100, 7, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                met[i]++;
            }
        });
        Assert.All(met, times => Assert.Equal(1, times));
    }
}
