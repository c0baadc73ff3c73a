using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataModel;

/// <summary>The kinds of values that the data model uses (Verifiable Credentials Data Model 2.0, W3C Recommendation of 15 May 2025, sections 4.4 to 4.9 and 11.1).</summary>
internal static class Values
{
    private static readonly string[] InLanguageValue = ["@value", "@language", "@direction"];

    /// <summary>The values of a member with their pointers: of an array its items, of a single value itself.</summary>
    public static IEnumerable<(string At, JsonNode? Item)> Each(JsonObject json, string member) =>
        json.Items(member).Select((item, index) => (json[member] is JsonArray ? $"/{member}/{index}" : $"/{member}", item));

    /// <summary>A member's value for a message.</summary>
    public static string Shown(JsonObject json, string member) => json.TryGetPropertyValue(member, out var value) ? JsonReading.Excerpt(value) : $"no {member}";

    public static ShapeProblem? IdIfThere(JsonObject json, string at) => !json.ContainsKey("id") || AbsoluteUrl.Is(json.Text("id")) ? null
        : ShapeProblem.At(at + "/id", $"Found {Shown(json, "id")}; expected one absolute URL.");

    /// <summary>A URL, or an object whose id is one.</summary>
    public static ShapeProblem? Url(JsonObject json, string at, string member, bool needed)
    {
        if (!json.ContainsKey(member))
            return needed ? ShapeProblem.At($"{at}/{member}", $"Found no {member}; expected an absolute URL{(member == "id" ? "" : ", or an object with one as id")}.") : null;
        if (AbsoluteUrl.Is(json.IdOf(member)) && (member != "id" || json["id"] is JsonValue))
            return null;
        return json[member] is JsonObject value && member != "id"
            ? ShapeProblem.At($"{at}/{member}/id", $"Found {Shown(value, "id")}; expected one absolute URL.")
            : ShapeProblem.At($"{at}/{member}", $"Found {Shown(json, member)}; expected one absolute URL{(member == "id" ? "" : ", or an object with one as id")}.");
    }

    /// <summary>A text, a language value object, or an array of those (section 11.1).</summary>
    public static ShapeProblem? TextIfThere(JsonObject json, string at, string member) =>
        json.Items(member).All(item => item.AsText() is not null || (item is JsonObject value && value.Text("@value") is not null && value.All(part => InLanguageValue.Contains(part.Key) && part.Value.AsText() is not null)))
            ? null
            : ShapeProblem.At($"{at}/{member}", $"Found {Shown(json, member)}; expected a text, or an object with @value and at most @language and @direction.");

    /// <summary>Two dates with offsets, the first not after the second.</summary>
    public static ShapeProblem? Dates(JsonObject json, string from, string until, bool needed)
    {
        if (needed && !json.ContainsKey(from))
            return ShapeProblem.At($"/{from}", $"Found no {from}; expected a date and time with an offset.");
        foreach (var member in new[] { from, until })
        {
            if (json.ContainsKey(member) && !XsdDateTime.TryRead(json.Text(member), out _))
                return ShapeProblem.At($"/{member}", $"Found {Shown(json, member)}; expected a date and time with an offset, such as 2026-01-31T12:00:00Z.");
        }

        return XsdDateTime.TryRead(json.Text(from), out var first) && XsdDateTime.TryRead(json.Text(until), out var last) && last < first
            ? ShapeProblem.At($"/{until}", $"Found {Shown(json, until)}, which is before {from}; expected a later date.") : null;
    }
}
