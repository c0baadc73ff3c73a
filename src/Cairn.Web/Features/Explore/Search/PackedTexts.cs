using System.Text;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>Very many short texts in one block of UTF-8. As strings they would take three times the memory, most of it not text.</summary>
internal sealed class PackedTexts
{
    private readonly byte[] letters;
    private readonly int[] starts;

    public PackedTexts(IReadOnlyList<string> texts)
    {
        starts = new int[texts.Count + 1];
        for (var n = 0; n < texts.Count; n++)
            starts[n + 1] = starts[n] + Encoding.UTF8.GetByteCount(texts[n]);
        letters = new byte[starts[^1]];
        for (var n = 0; n < texts.Count; n++)
            Encoding.UTF8.GetBytes(texts[n], letters.AsSpan(starts[n]));
    }

    public ReadOnlySpan<byte> this[int number] => letters.AsSpan(starts[number], starts[number + 1] - starts[number]);

    public string Text(int number) => Encoding.UTF8.GetString(this[number]);
}
