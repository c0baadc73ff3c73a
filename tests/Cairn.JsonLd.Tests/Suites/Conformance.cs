using Cairn.Testing;
using Xunit;

namespace Cairn.JsonLd.Tests.Suites;

/// <summary>docs/conformance.md: each library's tests write the part of it that they found, between two marks.</summary>
internal static class Conformance
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "conformance.md");

    /// <summary>Fails when the part says something else, after writing it anew.</summary>
    public static void IsTheFound(string part, string found)
    {
        var (begin, end) = ($"<!-- {part}: written by its tests -->\n", $"<!-- end of {part} -->\n");
        var text = System.IO.File.ReadAllText(File);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"docs/conformance.md has no place for {part}.");
        if (text[from..to] == found)
            return;
        System.IO.File.WriteAllText(File, text[..from] + found + text[to..]);
        Assert.Fail("docs/conformance.md did not say what this run found. It has been written anew: look at it, and commit it.");
    }
}
