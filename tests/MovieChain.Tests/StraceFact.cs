using System.ComponentModel;
using System.Diagnostics;

namespace MovieChain.Tests;

/// <summary>A test that lets system calls fail, which takes strace; it says so where strace is not installed or may not trace.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StraceFactAttribute : FactAttribute
{
    private static readonly bool _works = Works();

    public StraceFactAttribute()
    {
        if (!_works)
        {
            Skip = "strace is not installed, or may not trace processes here.";
        }
    }

    private static bool Works()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-f", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
