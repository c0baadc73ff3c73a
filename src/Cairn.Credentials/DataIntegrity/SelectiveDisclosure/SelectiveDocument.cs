using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// A document whose statements can be shown one by one: canonicalizeAndGroup with labels that an HMAC hides (Data Integrity ECDSA Cryptosuites 1.0, W3C
/// Recommendation of 15 May 2025, sections 3.4.4, 3.4.16 and 3.5.1).
/// </summary>
internal sealed class SelectiveDocument
{
    private readonly IDocumentLoader _contexts;
    private readonly Skolemization _names = new();
    private readonly JsonObject _compact;

    /// <summary>The document whose nodes have names, of which parts are taken: as it is written, or compacted where that cannot be.</summary>
    private readonly JsonObject _named;
    private readonly Dictionary<string, string> _labels;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <param name="document">The document without its proof.</param>
    /// <param name="hmacKey">What hides the order of blank nodes.</param>
    /// <param name="contexts">Contexts by address.</param>
    /// <exception cref="JsonLdException">The document cannot be processed without loss.</exception>
    /// <exception cref="WorkLimitException">The graph is a poison graph.</exception>
    public SelectiveDocument(JsonLdDocument document, byte[] hmacKey, IDocumentLoader contexts)
    {
        _contexts = contexts;
        var options = HashData.LinkedDataOptions(contexts);
        var expanded = JsonLdDocument.From(_names.Expanded(JsonLdProcessor.Expand(document, options)));
        _compact = JsonLdProcessor.Compact(expanded, document.Member("@context"), options);
        var quads = _names.ToBlankNodes(JsonLdProcessor.ToRdf(expanded, options));
        var canonical = Rdfc10.Canonicalize(quads);
        _named = _compact;
        if (AsWritten(document, canonical, options) is { } written)
            (_named, quads, canonical) = written;
        CanonicalLabels = canonical.IssuedIdentifiers;
        _labels = CanonicalLabels.ToDictionary(issued => issued.Key, issued => Multibase.EncodeBase64Url(HMACSHA256.HashData(hmacKey, Encoding.UTF8.GetBytes(issued.Value))), StringComparer.Ordinal);
        Lines = Statements.Of(quads, label => _labels[label]);
        for (var i = 0; i < Lines.Count; i++)
            _places.Add(Encoding.UTF8.GetString(Lines[i]), i);
        if (Lines.Count > Statements.Most)
            throw new CredentialException(ProblemTypes.ProofGeneration, "", $"The document has {Lines.Count} statements; at most {Statements.Most} can be disclosed one by one.");
    }

    /// <summary>The statements, each with its line feed, in their order.</summary>
    public IReadOnlyList<byte[]> Lines { get; }

    /// <summary>From the blank nodes of this document to their canonical labels.</summary>
    public IReadOnlyDictionary<string, string> CanonicalLabels { get; }

    /// <summary>The hidden label of a blank node of this document.</summary>
    public string HiddenLabel(string label) => _labels[label];

    /// <summary>A pointer as it names the compacted document, which is how it is kept in a proof; null when it names nothing.</summary>
    public string? Kept(string pointer)
    {
        var steps = JsonPointer.Steps(pointer) is { } given ? JsonPointer.Find(_compact, given, isCompacted: true) : null;
        // An array of one is as good as its item, and only its name is understood by every reader.
        if (steps is [.. var array, "0"] && Parent(array) is JsonArray { Count: 1 })
            steps = array;
        return steps is null ? null : JsonPointer.Of(steps);
    }

    /// <summary>The statements that pointers name, as a dataset with the blank nodes of this document.</summary>
    /// <param name="pointers">Pointers that are <see cref="Kept"/>.</param>
    public IReadOnlyList<Quad> Quads(IEnumerable<string> pointers) =>
        Selection.Select(_named, [.. pointers.Select(pointer => JsonPointer.Find(_named, JsonPointer.Steps(pointer)!, isCompacted: true)!)]) is { } selected
            ? _names.ToBlankNodes(JsonLdProcessor.ToRdf(JsonLdDocument.From(selected), HashData.LinkedDataOptions(_contexts)))
            : [];

    /// <summary>The places of the statements among <see cref="Lines"/>.</summary>
    /// <exception cref="CredentialException">A part does not say what the whole says: the items of a list have no names of their own.</exception>
    public SortedSet<int> Places(IReadOnlyList<Quad> quads) => [.. Statements.Lines(quads, label => _labels.GetValueOrDefault(label, label)).Select(line =>
        _places.TryGetValue(line, out var place) ? place
            : throw new CredentialException(ProblemTypes.ProofGeneration, "", $"The statement {line.TrimEnd()} cannot be disclosed by itself: it belongs to a list or to a graph, such as the proof of a credential inside."))];

    /// <summary>The document as it is written with names for its nodes; null when that would say something else. Lists and graphs keep their blank nodes.</summary>
    private (JsonObject, IReadOnlyList<Quad>, CanonicalDataset)? AsWritten(JsonLdDocument document, CanonicalDataset canonical, JsonLdOptions options)
    {
        try
        {
            var named = _names.Written(document.ToNode()!.AsObject());
            var quads = _names.ToBlankNodes(JsonLdProcessor.ToRdf(JsonLdDocument.From(named), options));
            var again = Rdfc10.Canonicalize(quads);
            return again.Utf8.Span.SequenceEqual(canonical.Utf8.Span) ? (named, quads, again) : null;
        }
        catch (JsonLdException)
        {
            // An object that is no node cannot have a name.
            return null;
        }
    }

    private JsonNode? Parent(IEnumerable<string> steps) =>
        steps.Aggregate((JsonNode?)_compact, (at, step) => at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : at![step]);
}
