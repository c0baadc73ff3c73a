using System.Buffers;

namespace Cairn.Rdf;

/// <summary>Lines of UTF-8 that are sorted by code point, which is the order of their bytes.</summary>
internal struct SortedLines(int lines, int bytes) : IDisposable
{
    private byte[] _text = ArrayPool<byte>.Shared.Rent(bytes);
    private Line[] _lines = ArrayPool<Line>.Shared.Rent(lines);
    private int _count;
    private int _start;

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    public void Clear() => (_count, _start, Length) = (0, 0, 0);

    public void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    public void Add(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    public void Add(int number)
    {
        System.Buffers.Text.Utf8Formatter.TryFormat(number, Room(11), out var written);
        Length += written;
    }

    /// <summary>Ends the line that was being written; there is room for as many as were announced.</summary>
    /// <param name="rank">Lines with a lower rank come first; it says what the bytes say, only quicker.</param>
    public void EndLine(int rank = 0)
    {
        _lines[_count++] = new Line(rank, _start, Length - _start);
        _start = Length;
    }

    /// <summary>Writes the lines in order, one after the other.</summary>
    /// <returns>Whether two of them are equal.</returns>
    public readonly bool WriteSorted(Span<byte> to)
    {
        var lines = _lines.AsSpan(0, _count);
        if (_count > 1)
            lines.Sort(new LineOrder(_text));
        var doubles = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = _text.AsSpan(lines[i].Start, lines[i].Length);
            doubles |= i > 0 && lines[i].Rank == lines[i - 1].Rank && line.SequenceEqual(_text.AsSpan(lines[i - 1].Start, lines[i - 1].Length));
            line.CopyTo(to);
            to = to[line.Length..];
        }

        return doubles;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_text);
        ArrayPool<Line>.Shared.Return(_lines);
        (_text, _lines) = ([], []);
    }

    private Span<byte> Room(int more)
    {
        if (_text.Length - Length < more)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_text.Length * 2, Length + more));
            _text.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_text);
            _text = larger;
        }

        return _text.AsSpan(Length);
    }

    private readonly record struct Line(int Rank, int Start, int Length);

    private readonly struct LineOrder(byte[] text) : IComparer<Line>
    {
        public int Compare(Line x, Line y) =>
            x.Rank != y.Rank ? x.Rank - y.Rank : text.AsSpan(x.Start, x.Length).SequenceCompareTo(text.AsSpan(y.Start, y.Length));
    }
}
