namespace Cairn.Cli.Lines;

/// <summary>Cuts a stream into lines. A line that is too long is read to its end and only its beginning kept.</summary>
internal sealed class LineSplitter(Stream stream)
{
    internal const int MostBytes = 16 * 1024 * 1024;

    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>The next line without its end (LF or CR LF); null at the end of the stream. A last line needs no end.</summary>
    internal async Task<(ReadOnlyMemory<byte> Text, bool Cut)?> NextAsync()
    {
        using var line = new MemoryStream();
        bool cut = false;
        bool any = false;
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer));
                if (end == 0)
                {
                    return any ? Whole(line, cut) : null;
                }
            }

            any = true;
            int length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            int take = length < 0 ? end - start : length;

            // One byte more than a line may have: it can be the CR of the line's end.
            int fits = (int)Math.Min(take, MostBytes + 1 - line.Length);
            line.Write(buffer, start, fits);
            cut |= fits < take;
            start += take;
            if (length >= 0)
            {
                start++;
                return Whole(line, cut);
            }
        }
    }

    private static (ReadOnlyMemory<byte> Text, bool Cut)? Whole(MemoryStream line, bool cut)
    {
        ReadOnlyMemory<byte> text = line.ToArray();
        if (!cut && text.Length > 0 && text.Span[^1] == '\r')
        {
            text = text[..^1];
        }

        return (text, cut || text.Length > MostBytes);
    }
}
