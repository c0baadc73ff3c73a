using System.Text;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>Very many short texts in one block of UTF-8. As strings they would take three times the memory, most of it not text.</summary>
internal sealed class PackedTexts
{
    private readonly byte[] _letters;
    private readonly int[] _starts;

    public PackedTexts(IReadOnlyList<string> texts)
    {
        _starts = new int[texts.Count + 1];
        for (var n = 0; n < texts.Count; n++)
            _starts[n + 1] = _starts[n] + Encoding.UTF8.GetByteCount(texts[n]);
        _letters = new byte[_starts[^1]];
        for (var n = 0; n < texts.Count; n++)
            Encoding.UTF8.GetBytes(texts[n], _letters.AsSpan(_starts[n]));
    }

    public ReadOnlySpan<byte> this[int number] => _letters.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    public string Text(int number) => Encoding.UTF8.GetString(this[number]);
}
