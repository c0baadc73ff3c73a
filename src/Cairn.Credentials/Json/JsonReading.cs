using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.Credentials.Json;

/// <summary>Reading of JSON that may be anything.</summary>
internal static class JsonReading
{
    /// <summary>Every letter as itself, and deeper than any document that is read.</summary>
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    /// <summary>The text; null when it is none.</summary>
    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The member's text; null when it is absent or no text.</summary>
    public static string? Text(this JsonObject json, string member) => json[member].AsText();

    /// <summary>The member's values: of an array its items, of a single value itself, of an absent member none. JSON-LD makes no difference between one and an array of one.</summary>
    public static IEnumerable<JsonNode?> Items(this JsonObject json, string member) =>
        !json.TryGetPropertyValue(member, out var value) ? [] : value is JsonArray array ? array.AsEnumerable() : new JsonNode?[] { value };

    /// <summary>Whether the member is that text, or an array that holds it.</summary>
    public static bool Names(this JsonObject json, string member, string text)
    {
        // Asked of every object of a document: no iterator.
        if (json[member] is not JsonArray items)
            return json.Text(member) == text;
        foreach (var item in items)
        {
            if (item.AsText() == text)
                return true;
        }

        return false;
    }

    /// <summary>The id of a member that is a URL or an object with one (an issuer); null otherwise.</summary>
    public static string? IdOf(this JsonObject json, string member) => json[member] switch
    {
        JsonObject value => value.Text("id"),
        var value => value.AsText(),
    };

    /// <summary>A text of at most so many characters, and a sign where it was cut; no pair of surrogates is cut in two.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";

    /// <summary>The beginning of a value's JSON, for messages.</summary>
    public static string Excerpt(JsonNode? value) => Cut(value?.ToJsonString(Plain) ?? "null", 80);
}
