using System.Security.Cryptography;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// What is signed: the hash of the canonical proof configuration, then that of the canonical document (Data Integrity EdDSA Cryptosuites 1.0, sections
/// 3.2.3 to 3.2.5; the ECDSA suites are the same).
/// </summary>
internal static class HashData
{
    /// <param name="document">The document without the proof; with the proofs that a chain's proof rests on.</param>
    /// <param name="configuration">The proof without proofValue.</param>
    /// <param name="suite">The cryptosuite.</param>
    /// <param name="key">The kind of key, which decides the hash.</param>
    /// <param name="contexts">Contexts by address.</param>
    /// <exception cref="JsonLdException">A document cannot be processed without loss.</exception>
    /// <exception cref="WorkLimitException">The graph is a poison graph.</exception>
    public static byte[] Of(JsonLdDocument document, JsonLdDocument configuration, Cryptosuite suite, KeyType key, IDocumentLoader contexts)
    {
        var hash = suite.HashFor(key);
        if (suite.Canonicalization == Canonicalization.Rdfc10 && document.Member("@context") is { } context)
            configuration = configuration.With("@context", context);
        return [.. Hash(Canonical(configuration, suite.Canonicalization, hash, contexts), hash), .. Hash(Canonical(document, suite.Canonicalization, hash, contexts), hash)];
    }

    /// <summary>The canonical form of a document, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Canonical(JsonLdDocument document, Canonicalization form, HashAlgorithmName hash, IDocumentLoader contexts) =>
        form == Canonicalization.Jcs
            ? JsonCanonicalizer.Canonicalize(document)
            : Rdfc10.Canonicalize(JsonLdProcessor.ToRdf(document, LinkedDataOptions(contexts)), new Rdfc10Options { Hash = hash }).Utf8;

    /// <summary>Without a base, refusing every loss, and directions as the test vectors have them.</summary>
    public static JsonLdOptions LinkedDataOptions(IDocumentLoader contexts) => new() { Safe = true, RdfDirection = RdfDirection.I18nDatatype, Loader = contexts };

    private static byte[] Hash(ReadOnlyMemory<byte> bytes, HashAlgorithmName hash) => CryptographicOperations.HashData(hash, bytes.Span);
}
