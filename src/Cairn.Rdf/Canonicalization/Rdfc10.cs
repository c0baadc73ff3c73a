using System.Security.Cryptography;
using System.Text;

namespace Cairn.Rdf;

/// <summary>Settings of <see cref="Rdfc10"/>.</summary>
public sealed record Rdfc10Options
{
    /// <summary>SHA-256 and the default work.</summary>
    public static Rdfc10Options Default { get; } = new();

    /// <summary>The hash algorithm inside the canonicalization: <see cref="HashAlgorithmName.SHA256"/> (the default) or SHA384. ECDSA on P-384 uses the latter.</summary>
    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>
    /// Most steps of the N-degree algorithm: one for each related blank node that is hashed and for each place of each permutation that is
    /// tried. Graphs whose blank nodes are told apart by their own quads need none. The default is some tens of milliseconds of work.
    /// </summary>
    public int MaxWork { get; init; } = 30_000;
}

/// <summary>A dataset needs more work than was allowed: it is refused, because such graphs are made to exhaust whoever reads them.</summary>
public sealed class WorkLimitException : Exception
{
    internal WorkLimitException(string what, int limit) : base($"The dataset needs more than {limit} {what}, the limit of RDFC-1.0 here.") => Limit = limit;

    /// <summary>The limit that was reached.</summary>
    public int Limit { get; }
}

/// <summary>A dataset in canonical form.</summary>
public sealed class CanonicalDataset
{
    private readonly string[] _labels;
    private readonly int[] _canonical;

    internal CanonicalDataset(byte[] utf8, string[] labels, int[] canonical)
    {
        Utf8 = utf8;
        _labels = labels;
        _canonical = canonical;
    }

    /// <summary>Canonical N-Quads in UTF-8: sorted lines, each with its line feed; empty for an empty dataset.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The issued identifiers map: from each blank node's label in the input to its canonical label, both without <c>_:</c>.</summary>
    public IReadOnlyDictionary<string, string> IssuedIdentifiers =>
        _labels.Select((label, i) => (label, Canonicalization.Prefix + _canonical[i])).ToDictionary(pair => pair.label, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Canonical N-Quads.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}

/// <summary>RDF Dataset Canonicalization, RDFC-1.0 (W3C Recommendation, 21 May 2024). Same statements, same bytes, whatever blank nodes are called.</summary>
public static class Rdfc10
{
    /// <summary>Canonicalizes a dataset. Quads that stand twice count once.</summary>
    /// <param name="quads">The dataset; predicates are IRIs.</param>
    /// <param name="options">Hash and work; <see cref="Rdfc10Options.Default"/> when null.</param>
    /// <exception cref="WorkLimitException">The graph has so many alike blank nodes that telling them apart needs more work than allowed.</exception>
    /// <exception cref="ArgumentException">A predicate is not an IRI, or the hash algorithm is another one.</exception>
    public static CanonicalDataset Canonicalize(IReadOnlyList<Quad> quads, Rdfc10Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(quads);
        return Canonicalization.Run(quads, options ?? Rdfc10Options.Default);
    }
}
