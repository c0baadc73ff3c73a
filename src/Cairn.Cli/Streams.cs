namespace Cairn.Cli;

/// <summary>Where a verb reads and writes. Tests give their own.</summary>
internal sealed record Streams(Stream Input, Stream Output, TextWriter Error, bool PersonReads)
{
    /// <summary>The standard streams. Output is buffered by whoever writes it; errors go out at once.</summary>
    internal static Streams OfTheProcess() =>
        new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, PersonReads: !Console.IsOutputRedirected);

    /// <summary>Writes what has its line ends already.</summary>
    internal void Write(ReadOnlySpan<byte> utf8) => Output.Write(utf8);

    /// <summary>Writes text and a line end to the output.</summary>
    internal void Print(string text)
    {
        using var writer = new StreamWriter(Output, leaveOpen: true);
        writer.NewLine = "\n";
        writer.WriteLine(text);
    }
}
