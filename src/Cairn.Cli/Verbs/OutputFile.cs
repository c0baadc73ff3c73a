namespace Cairn.Cli.Verbs;

/// <summary>A file that a verb writes.</summary>
internal static class OutputFile
{
    /// <exception cref="UnreadableInputException">It cannot be written.</exception>
    internal static void Write(string name, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(name, bytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableInputException($"cairn: cannot write {name}: {problem.Message}");
        }
    }
}
