using System.Security.Cryptography;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// What is signed: the hash of the canonical proof configuration, then that of the canonical document (Data Integrity EdDSA Cryptosuites 1.0, sections
/// 3.2.3 to 3.2.5; the ECDSA suites are the same).
/// </summary>
/// <param name="contexts">Contexts by address.</param>
/// <param name="expanded">A document whose quads are known already, by <see cref="LinkedDataOptions"/>; null when there is none.</param>
/// <param name="quads">Its quads.</param>
internal sealed class HashData(IDocumentLoader contexts, JsonLdDocument? expanded = null, IReadOnlyList<Quad>? quads = null)
{
    /// <summary>The proofs of a set are over one document: it is hashed once for each form and hash.</summary>
    private readonly Dictionary<(JsonLdDocument, Canonicalization, HashAlgorithmName), byte[]> _known = [];

    /// <summary>Bytes of canonical documents that were hashed: each proof of a chain is over another document.</summary>
    public long Hashed { get; private set; }

    /// <summary>Whether the last step was at the proof itself, so that an error is one of its words and not of the document's.</summary>
    public bool IsAtProof { get; private set; }

    /// <param name="document">The document without the proof; with the proofs that a chain's proof rests on.</param>
    /// <param name="configuration">The proof without proofValue.</param>
    /// <param name="suite">The cryptosuite.</param>
    /// <param name="key">The kind of key, which decides the hash.</param>
    /// <exception cref="JsonLdException">A document cannot be processed without loss.</exception>
    /// <exception cref="WorkLimitException">The graph is a poison graph.</exception>
    public byte[] Of(JsonLdDocument document, JsonLdDocument configuration, Cryptosuite suite, KeyType key)
    {
        var hash = suite.HashFor(key);
        var form = suite.Canonicalization;
        if (form == Canonicalization.Rdfc10)
            configuration = WithContextOf(document, configuration);
        // 3.3.2 of both specifications, step 4: what stands behind the contexts that were signed was added later and says nothing here.
        else if (configuration.Member("@context") is { } signed && !IsSame(signed, document.Member("@context")))
            document = document.With("@context", signed);
        IsAtProof = false;
        var ofDocument = OfDocument(document, form, hash);
        IsAtProof = true;
        return [.. Hash(Canonical(configuration, form, hash, contexts), hash), .. ofDocument];
    }

    private byte[] OfDocument(JsonLdDocument document, Canonicalization form, HashAlgorithmName hash)
    {
        if (_known.TryGetValue((document, form, hash), out var known))
            return known;
        var canonical = form == Canonicalization.Rdfc10 && document == expanded && quads is not null ? Canonical(quads, hash) : Canonical(document, form, hash, contexts);
        Hashed += canonical.Length;
        return _known[(document, form, hash)] = Hash(canonical, hash);
    }

    /// <summary>The proof configuration of the suites over linked data: its terms are those of the document.</summary>
    public static JsonLdDocument WithContextOf(JsonLdDocument document, JsonLdDocument configuration) => configuration.With("@context", document.Member("@context"));

    /// <summary>The canonical form of a document, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Canonical(JsonLdDocument document, Canonicalization form, HashAlgorithmName hash, IDocumentLoader contexts) =>
        form == Canonicalization.Jcs
            ? JsonCanonicalizer.Canonicalize(document)
            : Canonical(JsonLdProcessor.ToRdf(document, LinkedDataOptions(contexts)), hash);

    /// <summary>Without a base, refusing every loss, and directions as the test vectors have them.</summary>
    public static JsonLdOptions LinkedDataOptions(IDocumentLoader contexts) => new() { Safe = true, RdfDirection = RdfDirection.I18nDatatype, Loader = contexts };

    private static bool IsSame(JsonLdDocument context, JsonLdDocument? other) =>
        other is not null && JsonCanonicalizer.Canonicalize(context).AsSpan().SequenceEqual(JsonCanonicalizer.Canonicalize(other));

    private static ReadOnlyMemory<byte> Canonical(IReadOnlyList<Quad> quads, HashAlgorithmName hash) => Rdfc10.Canonicalize(quads, new Rdfc10Options { Hash = hash }).Utf8;

    private static byte[] Hash(ReadOnlyMemory<byte> bytes, HashAlgorithmName hash) => CryptographicOperations.HashData(hash, bytes.Span);
}
