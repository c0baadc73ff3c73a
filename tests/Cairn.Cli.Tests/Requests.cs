namespace Cairn.Cli.Tests;

/// <summary>Small requests, and files that hold them for as long as a test runs.</summary>
internal static class Requests
{
    internal const string Simple =
        """{"currency":"USD","limits":{"hoursPerWeek":8,"startOn":"2027-01-04"},"needs":[{"skill":"s","level":2,"weight":5}]""" +
        ""","programs":[{"id":"p","hours":16,"price":{"once":"49"},"teaches":[{"skill":"s","level":2}]}],"ask":["cheapest"]}""";

    internal static string Impossible => Simple.Replace("\"hoursPerWeek\":8", "\"hoursPerWeek\":8,\"budget\":48", StringComparison.Ordinal);

    internal static string Bad => Simple.Replace("\"hours\":16", "\"hours\":-4", StringComparison.Ordinal);
}

/// <summary>A file with the given text; gone at the end of the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    internal TemporaryFile(string text) => File.WriteAllText(Path, text);

    internal string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
