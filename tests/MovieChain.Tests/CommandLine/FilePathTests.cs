using System.Reflection;
using MovieChain.CommandLine;

namespace MovieChain.Tests.CommandLine;

public sealed class FilePathTests
{
    [Fact]
    public void A_part_of_the_program_that_cannot_be_loaded_is_no_fault_of_the_users_file()
    {
        var file = FilePath.Argument("run.chain", "FILE");

        Assert.Throws<FileNotFoundException>(() => file.Use(() => Assembly.Load("Part, Version=1.2.3.4")));
        Assert.Throws<FileLoadException>(() => file.Use(() => throw new FileLoadException()));
    }

    [Fact]
    public void A_file_that_is_missing_is_refused_whatever_it_is_called()
    {
        var file = FilePath.Argument("/no/such, folder/Version=1", "FILE");

        var refusal = Assert.Throws<RefusalException>(() => file.Use(() => File.OpenRead(file.Path).Dispose()));

        Assert.Equal(3, refusal.ExitCode);
        Assert.Contains("there is no such folder", refusal.Message, StringComparison.Ordinal);
    }
}
