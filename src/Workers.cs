using System.Runtime.ExceptionServices;

namespace MovieChain;

/// <summary>Thread budget for independent work; never affects results, because each range writes only its own results.</summary>
/// <param name="Threads">The number of threads, at least 1.</param>
/// <param name="Cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
internal readonly record struct Workers(int Threads, CancellationToken Cancellation = default)
{
    private const int DefaultRangeLength = 64;

    /// <summary>Runs the work on ranges [start, end) that together cover 0 to <paramref name="count"/> − 1.</summary>
    public void ForRanges(int count, Action<int, int> work) => ForRanges(count, DefaultRangeLength, work);

    /// <summary>Runs the work on ranges [start, end) of the given length that together cover 0 to <paramref name="count"/> − 1.</summary>
    public void ForRanges(int count, int rangeLength, Action<int, int> work)
    {
        var ranges = (count + rangeLength - 1) / rangeLength;
        if (Threads <= 1 || ranges <= 1)
        {
            for (var range = 0; range < ranges; range++)
            {
                Cancellation.ThrowIfCancellationRequested();
                work(range * rangeLength, Math.Min((range + 1) * rangeLength, count));
            }

            return;
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation };
        try
        {
            Parallel.For(0, ranges, parallel, range => work(range * rangeLength, Math.Min((range + 1) * rangeLength, count)));
        }
        catch (AggregateException failures)
        {
            // Callers see the same exception for any number of threads.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <summary>Runs two independent functions at the same time, each with half of the threads.</summary>
    public (TFirst First, TSecond Second) Both<TFirst, TSecond>(Func<Workers, TFirst> first, Func<Workers, TSecond> second)
    {
        if (Threads <= 1)
        {
            return (first(this), second(this));
        }

        var half = this with { Threads = Threads / 2 };
        var other = Task.Run(() => second(half));
        TFirst own;
        try
        {
            own = first(half);
        }
        finally
        {
            // Wait for the second function even if the first one throws.
            Task.WaitAny(other);
        }

        return (own, other.GetAwaiter().GetResult());
    }
}
