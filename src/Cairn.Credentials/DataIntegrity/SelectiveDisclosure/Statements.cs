using System.Text;
using Cairn.Rdf;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// Statements as selective disclosure signs them: lines of N-Quads whose blank nodes have other labels, in code point order (Data Integrity ECDSA
/// Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section 3.4.1).
/// </summary>
internal static class Statements
{
    /// <summary>Each has a signature of its own, which takes a tenth of a millisecond to check.</summary>
    public const int Most = 10_000;

    /// <param name="quads">The dataset.</param>
    /// <param name="label">The new label of a blank node.</param>
    public static IReadOnlyList<byte[]> Of(IReadOnlyList<Quad> quads, Func<string, string> label) =>
        [.. Lines(quads, label).Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes).Order(ByCodePoint.Instance)];

    /// <summary>The lines in the order of the quads.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<Quad> quads, Func<string, string> label)
    {
        Term Labelled(Term term) => term.IsBlankNode ? Term.BlankNode(label(term.Value)) : term;
        return quads.Select(quad => NQuads.Write([new Quad(Labelled(quad.Subject), quad.Predicate, Labelled(quad.Object), quad.Graph is { } graph ? Labelled(graph) : null)]));
    }

    /// <summary>UTF-8 sorts as code points do.</summary>
    private sealed class ByCodePoint : IComparer<byte[]>
    {
        public static ByCodePoint Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
