using System.Buffers;

namespace Cairn.Rdf;

/// <summary>Lines of UTF-8 that are sorted by code point, which is the order of their bytes.</summary>
internal struct SortedLines(int lines, int bytes) : IDisposable
{
    private ByteText _text = new(bytes);
    private Range[] _lines = ArrayPool<Range>.Shared.Rent(lines);
    private int _count;
    private int _start;

    public void Clear()
    {
        _text.Clear();
        _count = 0;
        _start = 0;
    }

    public void Add(ReadOnlySpan<byte> text) => _text.Add(text);

    public void Add(byte value) => _text.Add(value);

    public void Add(int number) => _text.Add(number);

    /// <summary>Ends the line that was being written; there is room for as many as were announced.</summary>
    public void EndLine()
    {
        _lines[_count++] = _start.._text.Length;
        _start = _text.Length;
    }

    /// <summary>Writes the lines in order, one after the other.</summary>
    /// <returns>Whether two of them are equal.</returns>
    public bool WriteSorted(Span<byte> to)
    {
        var lines = _lines.AsSpan(0, _count);
        var text = _text;
        lines.Sort((a, b) => text[a].SequenceCompareTo(text[b]));
        var doubles = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = text[lines[i]];
            doubles |= i > 0 && line.SequenceEqual(text[lines[i - 1]]);
            line.CopyTo(to);
            to = to[line.Length..];
        }

        return doubles;
    }

    public readonly int Length => _text.Length;

    public void Dispose()
    {
        _text.Dispose();
        ArrayPool<Range>.Shared.Return(_lines);
        _lines = [];
    }
}
