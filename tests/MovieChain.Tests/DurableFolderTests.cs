namespace MovieChain.Tests;

public sealed class DurableFolderTests : IDisposable
{
    private const UnixFileMode Access = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("moviechain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_are_added_with_their_contents()
    {
        DurableFolder.AddFiles(_folder, [("a", [1, 2]), ("b", [])], Access);

        Assert.Equal(["a", "b"], Names());
        Assert.Equal([1, 2], File.ReadAllBytes(PathOf("a")));
    }

    [Fact]
    public void Where_one_file_exists_none_is_added_and_it_stays_as_it_was()
    {
        File.WriteAllText(PathOf("b"), "precious");

        Assert.ThrowsAny<IOException>(() => DurableFolder.AddFiles(_folder, [("a", [1]), ("b", [2]), ("c", [3])], Access));

        Assert.Equal(["b"], Names());
        Assert.Equal("precious", File.ReadAllText(PathOf("b")));
    }

    [Fact]
    public void Where_a_content_cannot_be_made_none_is_added()
    {
        Assert.Throws<InvalidDataException>(() => DurableFolder.AddFiles(_folder, Contents(), Access));

        Assert.Empty(Names());

        static IEnumerable<(string Name, byte[] Content)> Contents()
        {
            yield return ("a", [1]);
            throw new InvalidDataException();
        }
    }

    [Fact]
    public void What_a_killed_process_left_is_replaced()
    {
        File.WriteAllText(DurableFolder.PartOf(PathOf("a")), "half of");

        DurableFolder.AddFiles(_folder, [("a", [1])], Access);

        Assert.Equal(["a"], Names());
        Assert.Equal([1], File.ReadAllBytes(PathOf("a")));
    }

    [Fact]
    public void A_link_in_the_place_of_an_incomplete_file_is_not_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(PathOf("other"), "precious");
        File.CreateSymbolicLink(DurableFolder.PartOf(PathOf("a")), PathOf("other"));

        DurableFolder.AddFiles(_folder, [("a", [1])], Access);

        Assert.Equal(["a", "other"], Names());
        Assert.Equal("precious", File.ReadAllText(PathOf("other")));
    }

    [Fact]
    public void Folders_are_created_down_to_the_one_that_is_named()
    {
        DurableFolder.Create(Path.Combine(_folder, "x", "y"));
        DurableFolder.Create(Path.Combine(_folder, "x", "y"));

        Assert.True(Directory.Exists(Path.Combine(_folder, "x", "y")));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private IEnumerable<string?> Names() => Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
