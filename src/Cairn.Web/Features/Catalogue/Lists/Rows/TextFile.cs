using System.Text;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Catalogue.Lists.Rows;

/// <summary>A text file whose letters can be trusted: the encoding was found out before anything is read as text.</summary>
internal sealed class TextFile
{
    private const int Probe = 4096;

    private readonly string _path;
    private readonly Encoding _encoding;

    private TextFile(string path, Encoding encoding, string? remark)
    {
        _path = path;
        _encoding = encoding;
        Remark = remark;
    }

    /// <summary>File name without its folder, as reports show it.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>What to tell about the encoding, or null when it is the usual one.</summary>
    public string? Remark { get; }

    public bool IsUtf8 => _encoding is UTF8Encoding;

    public long Length => new FileInfo(_path).Length;

    public StreamReader OpenText() => new(_path, _encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

    /// <summary>Finds out the encoding. Throws <see cref="ImportRefusedException"/> for an empty, binary, unreadable or cut-off file.</summary>
    public static TextFile Open(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw Refused(name, "no such file", "a file that can be read");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (stream.Length == 0)
            throw Refused(name, "an empty file", "a table with a heading row");

        var head = new byte[Probe];
        var read = stream.ReadAtLeast(head, Probe, throwOnEndOfStream: false);
        var start = head.AsSpan(0, read);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Utf16(path, bigEndian: start[0] == 0xFE, stream.Length, "as its first two bytes say");
        if (start.Contains((byte)0))
            return LooksLikeUtf16(start) is { } bigEndian
                ? Utf16(path, bigEndian, stream.Length, "as its zero bytes show")
                : throw Refused(name, "a binary file (it holds zero bytes)", "text: CSV or JSON");
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("%PDF"u8))
            throw Refused(name, start[0] == 'P' ? "a packed file (ZIP, XLSX)" : "a PDF file", "text: CSV or JSON");

        stream.Position = 0;
        return Utf8Validity(stream) switch
        {
            Validity.Valid => new TextFile(path, new UTF8Encoding(false), null),
            Validity.CutOff => throw Refused(name, "a file that ends in the middle of a letter", "a whole file; it was probably cut off"),
            _ => new TextFile(path, CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
                $"{name} is not UTF-8; it was read as Windows-1252 (Latin-1). Look at a few names with accents."),
        };
    }

    private static TextFile Utf16(string path, bool bigEndian, long length, string why) =>
        length % 2 != 0
            ? throw Refused(Path.GetFileName(path), "UTF-16 with an odd number of bytes", "a whole file; it was probably cut off")
            : new TextFile(path, new UnicodeEncoding(bigEndian, byteOrderMark: true, throwOnInvalidBytes: false),
                $"{Path.GetFileName(path)} was read as UTF-16, {why}.");

    private static bool? LooksLikeUtf16(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0, pairs = head.Length / 2;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        if (odd > pairs / 2 && even == 0) return false;
        if (even > pairs / 2 && odd == 0) return true;
        return null;
    }

    private enum Validity
    {
        Valid,
        CutOff,
        Invalid,
    }

    private static Validity Utf8Validity(Stream stream)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[1 << 16];
        var chars = new char[1 << 16];
        try
        {
            for (int count; (count = stream.Read(bytes)) > 0;)
                decoder.GetChars(bytes, 0, count, chars, 0, flush: false);
        }
        catch (DecoderFallbackException)
        {
            return Validity.Invalid;
        }

        try
        {
            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return Validity.Valid;
        }
        catch (DecoderFallbackException)
        {
            return Validity.CutOff;
        }
    }

    internal static ImportRefusedException Refused(string file, string found, string expected, int line = 0, string column = "") =>
        new(new Refusal(file, line, column, found, expected));
}
