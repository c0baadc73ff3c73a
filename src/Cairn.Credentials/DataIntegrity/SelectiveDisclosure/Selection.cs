using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// selectJsonLd (Data Integrity ECDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, sections 3.4.11 to 3.4.14): the parts of a document that
/// pointers name, and on the way to them every identifier and type, in the form and order of the document.
/// </summary>
internal sealed class Selection
{
    private readonly Dictionary<string, Selection> _inside = new(StringComparer.Ordinal);
    private bool _whole;

    private Selection()
    {
    }

    /// <param name="document">The document.</param>
    /// <param name="paths">Steps that lead somewhere in it.</param>
    /// <returns>The selected parts; null when nothing was selected.</returns>
    public static JsonObject? Select(JsonObject document, IReadOnlyCollection<string[]> paths)
    {
        if (paths.Count == 0)
            return null;
        var selection = new Selection();
        foreach (var path in paths)
        {
            var at = selection;
            foreach (var step in path)
            {
                if (!at._inside.TryGetValue(step, out var next))
                    at._inside[step] = next = new Selection();
                at = next;
            }

            at._whole = true;
        }

        return selection.Of(document)!.AsObject();
    }

    private JsonNode? Of(JsonNode? source) => source switch
    {
        _ when _whole => source?.DeepClone(),
        JsonArray list => new JsonArray([.. list.Select((item, index) => (item, inside: Inside($"{index}"))).Where(pair => pair.inside is not null).Select(pair => pair.inside!.Of(pair.item))]),
        JsonObject map => new JsonObject(map.Where(member => IsAlways(member.Key, member.Value) || Inside(member.Key) is not null)
            .Select(member => KeyValuePair.Create(member.Key, Inside(member.Key) is { } inside && !IsAlways(member.Key, member.Value) ? inside.Of(member.Value) : member.Value?.DeepClone()))),
        _ => source?.DeepClone(),
    };

    private Selection? Inside(string step) => _inside.GetValueOrDefault(step);

    // 3.4.12: what says which thing it is, and by what words; a blank node's name says nothing.
    private static bool IsAlways(string name, JsonNode? value) => name switch
    {
        "@context" or "type" or "@type" => true,
        "id" or "@id" => value.AsText() is { } id && !id.StartsWith("_:", StringComparison.Ordinal),
        _ => false,
    };
}
