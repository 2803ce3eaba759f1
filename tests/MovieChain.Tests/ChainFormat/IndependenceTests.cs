using System.Reflection;

namespace MovieChain.Tests.ChainFormat;

/// <summary>The independent reader shares nothing with the program.</summary>
public sealed class IndependenceTests
{
    private const string OwnNamespace = "MovieChain.Tests.ChainFormat.Independent";

    [Fact]
    public void The_reader_names_nothing_of_the_program()
    {
        var folder = Path.Combine(Repository.Root, "tests", "MovieChain.Tests", "ChainFormat", "Independent");
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs"))
        {
            var lines = File.ReadAllLines(file);
            Assert.Contains($"namespace {OwnNamespace};", lines);
            Assert.All(
                lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal)),
                line => Assert.StartsWith("using System", line, StringComparison.Ordinal));
        }
    }

    /// <summary>A type of an enclosing namespace needs no using directive: the members' types tell.</summary>
    [Fact]
    public void The_reader_uses_no_type_of_the_program()
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var program = typeof(Week).Assembly;
        var types = typeof(IndependenceTests).Assembly.GetTypes().Where(type => type.FullName!.StartsWith(OwnNamespace, StringComparison.Ordinal)).ToList();
        Assert.True(types.Count > 8);
        foreach (var method in types.SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))))
        {
            var used = method.GetParameters().Select(parameter => parameter.ParameterType)
                .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
                .Append(method is MethodInfo function ? function.ReturnType : typeof(void));
            Assert.DoesNotContain(program, used.Select(type => type.Assembly));
        }

        Assert.DoesNotContain(program, types.SelectMany(type => type.GetFields(All)).Select(field => field.FieldType.Assembly));
    }
}
