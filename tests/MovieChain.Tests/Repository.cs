namespace MovieChain.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Source => Path.Combine(Root, "src");

    public static string Golden => Path.Combine(Root, "tests", "MovieChain.Tests", "Golden");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MovieChain.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no MovieChain.sln above {AppContext.BaseDirectory}.");
    }
}
