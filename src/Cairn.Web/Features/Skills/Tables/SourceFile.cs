using System.Text;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Skills.Tables;

/// <summary>Opens a text file that must be UTF-8, and refuses what is plainly something else before a row is read.</summary>
internal static class SourceFile
{
    /// <summary>Ten times the largest table that is published today.</summary>
    public const long MaxBytes = 512L * 1024 * 1024;

    /// <exception cref="ImportRefusedException">The file is missing, empty, too large, UTF-16, or does not end with a line break.</exception>
    public static StreamReader Open(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw Refused(name, "no such file", "a file of that name");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            CheckEnds(name, stream);
            return new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static void CheckEnds(string name, FileStream stream)
    {
        if (stream.Length == 0)
            throw Refused(name, "an empty file", "a table with a header");
        if (stream.Length > MaxBytes)
            throw Refused(name, $"{stream.Length / 1024 / 1024} MB", $"at most {MaxBytes / 1024 / 1024} MB");
        Span<byte> head = stackalloc byte[4];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read >= 2 && (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || head[0] == 0 || head[1] == 0))
            throw Refused(name, "UTF-16 text", "UTF-8 text");
        if (head is [(byte)'P', (byte)'K', 3, 4])
            throw Refused(name, "a ZIP or Excel file", "UTF-8 text");

        // Every official table ends with a line break; a download that stopped halfway hardly ever does.
        stream.Seek(-1, SeekOrigin.End);
        if (stream.ReadByte() != '\n')
            throw Refused(name, "no line break at the end; the file may be cut off", "a line break after the last row");
        stream.Seek(0, SeekOrigin.Begin);
    }

    public static ImportRefusedException NotUtf8(string name, int line) =>
        new(new Refusal(name, line, "", "bytes that are not UTF-8, perhaps Latin-1", "UTF-8 text"));

    private static ImportRefusedException Refused(string name, string found, string expected) =>
        new(new Refusal(name, 0, "", found, expected));
}
