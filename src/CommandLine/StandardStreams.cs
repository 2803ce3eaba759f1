using System.Globalization;
using System.Runtime.InteropServices;

namespace MovieChain.CommandLine;

/// <summary>Makes standard output and standard error safe to write to, whatever they are.</summary>
internal static class StandardStreams
{
    private const int InputDescriptor = 0;
    private const int OutputDescriptor = 1;
    private const int ErrorDescriptor = 2;
    private const long CloseOnExecution = 0x80000;
    private const PosixSignal FileSizeSignal = (PosixSignal)25;

    private static PosixSignalRegistration? _fileSizeSignal;

    /// <summary>Guards both, and returns standard error.</summary>
    public static GuardedWriter Guard()
    {
        if (!OperatingSystem.IsWindows())
        {
            // By default SIGXFSZ kills a process that exceeds a limit on the length of files. Handled, it lets the write fail instead.
            _fileSizeSignal ??= PosixSignalRegistration.Create(FileSizeSignal, context => context.Cancel = true);
        }

        var error = GuardedWriter.ForMessages(IsOpen(ErrorDescriptor) ? Console.Error : TextWriter.Null);
        Console.SetError(error);
        Console.SetOut(GuardedWriter.ForAnswer(IsOpen(OutputDescriptor) ? Console.Out : new ClosedWriter()));
        return error;
    }

    /// <summary>Standard input. Where the process was started without it, reading would wait for ever.</summary>
    /// <exception cref="IOException">It is closed.</exception>
    public static Stream OpenInput() => IsOpen(InputDescriptor) ? Console.OpenStandardInput() : throw new IOException("standard input is closed");

    /// <summary>Whether the process was started with this stream. If not, the runtime has a file of its own at this descriptor, which is
    /// told by its flag to be closed when a program is executed.</summary>
    private static bool IsOpen(int descriptor)
    {
        const string Descriptors = "/proc/self/fdinfo/";
        const string Flags = "flags:";
        if (!Directory.Exists(Descriptors))
        {
            return true;
        }

        try
        {
            var flags = File.ReadLines(Descriptors + descriptor).First(line => line.StartsWith(Flags, StringComparison.Ordinal));
            return (Convert.ToInt64(flags[Flags.Length..].Trim(), 8) & CloseOnExecution) == 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private sealed class ClosedWriter : StringWriter
    {
        public ClosedWriter()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public override void Write(string? value) => throw new IOException("standard output is closed");
    }
}
