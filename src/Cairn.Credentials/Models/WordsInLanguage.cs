using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Models;

/// <summary>
/// Text that may stand in several languages: plain, as language value objects (Verifiable Credentials Data Model 2.0, section 11.1), or as a language
/// map (JSON-LD 1.1, section 4.2.5). The asked language, else a text without one, else the first.
/// </summary>
internal sealed class WordsInLanguage(string language)
{
    public string Language => language;

    public string? Read(JsonNode? node)
    {
        var words = All(node).ToList();
        return words.Find(word => Fits(word.Language)).Text ?? words.Find(word => word.Language is null).Text ?? words.FirstOrDefault().Text;
    }

    private bool Fits(string? tag) => tag is not null
        && (tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string? Language, string? Text)> All(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(All),
        JsonObject value when value.ContainsKey("@value") => value.Text("@value") is { } text ? [(value.Text("@language"), text)] : [],
        JsonObject map => map.SelectMany(entry => entry.Value is JsonArray several ? several.Select(one => ((string?)entry.Key, one.AsText())) : [(entry.Key, entry.Value.AsText())])
            .Where(word => word.Item2 is not null),
        _ => node.AsText() is { } text ? [(null, text)] : [],
    };
}
