namespace Cairn.Testing;

/// <summary>The checkout this test was built from, for tests that read sources.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Every source file of the web product that a person wrote.</summary>
    public static IEnumerable<string> WebSources(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", "Cairn.Web"), "*", SearchOption.AllDirectories)
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !Within(file, "obj") && !Within(file, "bin") && !Within(file, "Migrations"))
            .Order(StringComparer.Ordinal);

    public static bool Within(string file, string folder) =>
        file.Contains(Path.DirectorySeparatorChar + folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Cairn.slnx"))) return folder.FullName;
        throw new InvalidOperationException("This test reads sources and was started outside a checkout.");
    }
}
