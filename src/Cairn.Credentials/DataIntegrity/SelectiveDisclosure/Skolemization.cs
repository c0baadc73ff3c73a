using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Rdf;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// Gives every blank node of a document an IRI for a while, so that parts of the document still say which node is which (Data Integrity ECDSA
/// Cryptosuites 1.0, W3C Recommendation of 15 May 2025, sections 3.4.5 to 3.4.9).
/// </summary>
internal sealed class Skolemization
{
    // Nobody can have put an IRI of ours into the document.
    private readonly string _scheme = $"urn:bnid:{RandomNumberGenerator.GetHexString(32, lowercase: true)}:";
    private int _count;

    /// <summary>3.4.7, for an expanded document.</summary>
    public JsonArray Expanded(JsonArray expanded) => new([.. expanded.Select(Item)]);

    /// <summary>
    /// The same for a document as it is written: every object that may be a node gets an IRI. Not part of the specification, which names nodes in the
    /// compacted form; but what is compacted cannot always be expanded again, because two terms of a context may have one IRI.
    /// </summary>
    /// <returns>The document with names. Whether it still says the same must be looked at: an object may have been no node.</returns>
    public JsonObject Written(JsonObject document) => WrittenItem(document)!.AsObject();

    /// <summary>3.4.6: the quads with blank nodes again.</summary>
    public IReadOnlyList<Quad> ToBlankNodes(IEnumerable<Quad> quads)
    {
        var known = new Dictionary<string, Term>(StringComparer.Ordinal);
        Term Blank(Term term)
        {
            if (term.Kind != TermKind.Iri || !term.Value.StartsWith(_scheme, StringComparison.Ordinal))
                return term;
            if (!known.TryGetValue(term.Value, out var blank))
                known[term.Value] = blank = Term.BlankNode(term.Value[_scheme.Length..]);
            return blank;
        }

        return [.. quads.Select(quad => new Quad(Blank(quad.Subject), quad.Predicate, Blank(quad.Object), quad.Graph is { } graph ? Blank(graph) : null))];
    }

    private JsonNode? WrittenItem(JsonNode? item)
    {
        if (item is JsonArray list)
            return new JsonArray([.. list.Select(WrittenItem)]);
        if (item is not JsonObject map || map.ContainsKey("@value"))
            return item?.DeepClone();
        var named = new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, member.Key == "@context" ? member.Value?.DeepClone() : WrittenItem(member.Value))));
        var id = map.ContainsKey("id") ? "id" : "@id";
        if (!map.ContainsKey(id))
            named["@id"] = NewName();
        else if (map.Text(id)?.StartsWith("_:", StringComparison.Ordinal) == true)
            named[id] = $"{_scheme}e{map.Text(id)![2..]}";
        return named;
    }

    private string NewName() => $"{_scheme}n{(_count++).ToString(CultureInfo.InvariantCulture)}";

    private JsonNode? Item(JsonNode? item)
    {
        if (item is not JsonObject map || map.ContainsKey("@value"))
            return item?.DeepClone();
        var named = new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Member(member.Key, member.Value))));
        if (map.ContainsKey("@list"))
            return named;
        if (map.Text("@id") is not { } id)
            named["@id"] = NewName();
        else if (id.StartsWith("_:", StringComparison.Ordinal))
            named["@id"] = $"{_scheme}e{id[2..]}";
        return named;
    }

    private JsonNode? Member(string name, JsonNode? value) => (name, value) switch
    {
        (not "@type", JsonArray items) => Expanded(items),
        ("@reverse", JsonObject properties) => new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, Member(property.Key, property.Value)))),
        _ => value?.DeepClone(),
    };
}
