using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

public sealed class CancellationTests
{
    [Fact]
    public void A_run_that_is_cancelled_before_it_begins_does_not_begin()
    {
        var weeks = new List<WeekResult>();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Simulator.Run(SmallRuns.Options("random"), new Workers(2, new CancellationToken(canceled: true)), new Witness(weeks.Add)));

        Assert.Empty(weeks);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_run_that_is_cancelled_after_its_second_week_has_no_third(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        var weeks = new List<int>();

        Assert.ThrowsAny<OperationCanceledException>(() => Simulator.Run(
            SmallRuns.Options("mf"),
            new Workers(threads, cancellation.Token),
            new Witness(week =>
            {
                weeks.Add(week.Week.Number);
                if (week.Week.Number == 2)
                {
                    cancellation.Cancel();
                }
            })));

        Assert.Equal([1, 2], weeks);
    }

    [Fact]
    public void Every_week_is_reported_once_as_it_ends()
    {
        var weeks = new List<WeekResult>();

        var result = Simulator.Run(SmallRuns.Options("random"), new Workers(1), new Witness(weeks.Add));

        Assert.Equal(weeks, result.Weeks.ToList());
        Assert.Equal([1, 2, 3, 4], weeks.Select(week => week.Week.Number));
    }

    private sealed class Witness(Action<WeekResult> see) : IProgress<WeekResult>
    {
        public void Report(WeekResult value) => see(value);
    }
}
