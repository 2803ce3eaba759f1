namespace MovieChain.Tests;

/// <summary>A test that asks git about the repository; it says so where there is no git or no repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute()
    {
        if (!Path.Exists(Path.Combine(Repository.Root, ".git")) || !IsInstalled)
        {
            Skip = "There is no git, or the sources are not in a repository.";
        }
    }

    private static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "git")) || File.Exists(Path.Combine(folder, "git.exe")));
}
