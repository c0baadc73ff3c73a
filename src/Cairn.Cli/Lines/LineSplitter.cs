namespace Cairn.Cli.Lines;

/// <summary>Cuts a stream into lines. A line that is too long is read to its end and only its beginning kept.</summary>
internal sealed class LineSplitter(Stream stream)
{
    internal const int MostBytes = 16 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line without its end (LF or CR LF); null at the end of the stream. A last line needs no end.</summary>
    internal async Task<(ReadOnlyMemory<byte> Text, bool Cut)?> NextAsync()
    {
        using var line = new MemoryStream();
        bool cut = false;
        bool any = false;
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, await stream.ReadAsync(_buffer));
                if (_end == 0)
                {
                    return any ? Whole(line, cut) : null;
                }
            }

            any = true;
            int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            int take = length < 0 ? _end - _start : length;

            // One byte more than a line may have: it can be the CR of the line's end.
            int fits = (int)Math.Min(take, MostBytes + 1 - line.Length);
            line.Write(_buffer, _start, fits);
            cut |= fits < take;
            _start += take;
            if (length >= 0)
            {
                _start++;
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
