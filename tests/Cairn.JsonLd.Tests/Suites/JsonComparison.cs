using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.JsonLd.Tests.Suites;

/// <summary>Equal as the suite means it: members in any order, arrays in any order unless they are lists, numbers by value.</summary>
internal static class JsonComparison
{
    public static bool Same(JsonNode? expected, JsonNode? actual, bool ordered = false)
    {
        switch (expected, actual)
        {
            case (null, null):
                return true;
            case (JsonObject x, JsonObject y):
                return x.Count == y.Count && x.All(member => y.TryGetPropertyValue(member.Key, out var other) && Same(member.Value, other, member.Key == "@list" || (ordered && member.Key != "@graph")));
            case (JsonArray x, JsonArray y) when ordered:
                return x.Count == y.Count && x.Zip(y).All(pair => Same(pair.First, pair.Second));
            case (JsonArray x, JsonArray y):
                var left = y.ToList();
                return x.Count == y.Count && x.All(item => Take(left, item));
            case (JsonValue x, JsonValue y) when x.GetValueKind() == JsonValueKind.Number && y.GetValueKind() == JsonValueKind.Number:
                return x.GetValue<double>().Equals(y.GetValue<double>());
            default:
                return JsonNode.DeepEquals(expected, actual);
        }
    }

    private static bool Take(List<JsonNode?> from, JsonNode? item)
    {
        var at = from.FindIndex(other => Same(item, other));
        if (at < 0)
            return false;
        from.RemoveAt(at);
        return true;
    }
}
