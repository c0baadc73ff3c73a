using System.Text;

namespace Cairn.Rdf;

/// <summary>Reads and writes RDF 1.1 N-Quads (W3C, 25 February 2014).</summary>
public static class NQuads
{
    /// <summary>Most quads that <see cref="Parse(string, int)"/> reads unless told otherwise.</summary>
    public const int DefaultMaxQuads = 1_000_000;

    /// <summary>Reads a document by the complete grammar, in order and with doubles kept.</summary>
    /// <param name="text">The document.</param>
    /// <param name="maxQuads">Most quads.</param>
    /// <exception cref="NQuadsException">The text is not N-Quads, has a relative IRI, or has more quads.</exception>
    public static IReadOnlyList<Quad> Parse(string text, int maxQuads = DefaultMaxQuads)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NQuadsReader(text, maxQuads).Read();
    }

    /// <inheritdoc cref="Parse(string, int)"/>
    /// <param name="utf8">The document in UTF-8; a byte order mark is no part of N-Quads.</param>
    /// <param name="maxQuads">Most quads.</param>
    public static IReadOnlyList<Quad> Parse(ReadOnlySpan<byte> utf8, int maxQuads = DefaultMaxQuads)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            throw new NQuadsException(1, 1, "a statement", "a byte order mark");
        try
        {
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8), maxQuads);
        }
        catch (DecoderFallbackException wrong)
        {
            var (line, column) = NQuadsReader.Place(Encoding.UTF8.GetString(utf8[..Math.Max(0, wrong.Index)]));
            throw new NQuadsException(line, column, "UTF-8", $"the byte {wrong.BytesUnknown?.FirstOrDefault():X2}");
        }
    }

    /// <summary>Writes quads in their order, one a line, every line in canonical form with its line feed.</summary>
    public static string Write(IEnumerable<Quad> quads)
    {
        ArgumentNullException.ThrowIfNull(quads);
        var text = new StringBuilder();
        foreach (var quad in quads)
            text.Append(quad.ToString()).Append('\n');
        return text.ToString();
    }
}
