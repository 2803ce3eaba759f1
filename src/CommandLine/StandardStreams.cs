using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

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

    /// <summary>Writes to standard error, also while another thread is kept by writing to standard output, which the console's own writers
    /// wait for. A stream of .NET would not move the place in a file that other processes write to as well. Faults are ignored.</summary>
    public static void WriteErrorDirectly(string text)
    {
        if (!OperatingSystem.IsWindows())
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Native.Write(ErrorDescriptor, bytes, bytes.Length);
        }
    }

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

    private static class Native
    {
        [DllImport("libc", EntryPoint = "write")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint Write(int descriptor, byte[] bytes, nint count);
    }

    /// <summary>All methods that write end in that of a character.</summary>
    private sealed class ClosedWriter : TextWriter
    {
        public ClosedWriter()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("standard output is closed");
    }
}
