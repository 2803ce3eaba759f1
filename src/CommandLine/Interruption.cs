using System.Runtime.InteropServices;

namespace MovieChain.CommandLine;

/// <summary>Ends the program at a signal with one line on standard error and the exit code 130, whatever the program is doing.</summary>
internal static class Interruption
{
    /// <summary>How long the work may take to end by itself. Its files are in order even if it does not.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    private static readonly Lock _gate = new();
    private static readonly CancellationTokenSource _source = new();
    private static readonly ManualResetEventSlim _ended = new();
    private static readonly List<PosixSignalRegistration> _registrations = [];
    private static bool _isSignalled;

    /// <summary>Asks the work to end.</summary>
    public static CancellationToken Token => _source.Token;

    /// <summary>Waits for signals from now on.</summary>
    /// <param name="error">Where the line goes.</param>
    public static void Watch(GuardedWriter error)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context => OnSignal(context, error)));
        }
    }

    /// <summary>The exit code of the program: 130 if there was a signal, otherwise that of the work. Signals that come later change nothing.</summary>
    public static int End(int exitCode, GuardedWriter error)
    {
        lock (_gate)
        {
            _ended.Set();
            return _isSignalled ? Say(error) : exitCode;
        }
    }

    private static void OnSignal(PosixSignalContext context, GuardedWriter error)
    {
        context.Cancel = true;
        bool isFirst;
        lock (_gate)
        {
            isFirst = !_isSignalled;
            _isSignalled = true;
        }

        if (isFirst)
        {
            _source.Cancel();
            _ended.Wait(_patience);
        }

        lock (_gate)
        {
            // Within the lock: the line is written once, and the process does not end before.
            if (!_ended.IsSet)
            {
                Environment.Exit(Say(error));
            }
        }
    }

    private static int Say(GuardedWriter error)
    {
        var line = Terminal.EndOfProgress + ErrorLine.Of("interrupted", error.NewLine);
        if (!IsDoneInTime(() => error.End(line)))
        {
            IsDoneInTime(() => StandardStreams.WriteErrorDirectly(line));
        }

        return ExitCode.Interrupted;
    }

    /// <summary>Writing can block for ever: on a stopped terminal or a full pipe.</summary>
    private static bool IsDoneInTime(Action write)
    {
        var writer = new Thread(() => write()) { IsBackground = true };
        writer.Start();
        return writer.Join(_patience / 2);
    }
}
