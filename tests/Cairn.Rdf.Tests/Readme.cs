namespace Cairn.Testing;

/// <summary>The sample of a README and the lines of the test that are that sample, between the comments "sample" and "end".</summary>
internal static class Readme
{
    public static string Sample(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, file));
        var start = Array.FindIndex(lines, line => line == "```csharp");
        return Text(lines.Skip(start + 1).TakeWhile(line => line != "```").SkipWhile(line => line.StartsWith("using ", StringComparison.Ordinal) || line.Length == 0), indent: 0);
    }

    public static string Source(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, file));
        var start = Array.FindIndex(lines, line => line.Trim() == "// sample");
        var indent = lines[start].IndexOf("//", StringComparison.Ordinal);
        return Text(lines.Skip(start + 1).TakeWhile(line => line.Trim() != "// end"), indent);
    }

    private static string Text(IEnumerable<string> lines, int indent) => string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line)).Trim();
}
