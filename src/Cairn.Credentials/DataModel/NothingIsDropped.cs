using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataModel;

/// <summary>
/// JSON-LD drops members that are null, and has keywords that move or drop what they stand on: a signature over linked data would not cover what a
/// reader of the JSON sees. Neither may stand anywhere but in a context.
/// </summary>
internal static class NothingIsDropped
{
    private static readonly string[] Refused = ["@index", "@included", "@graph", "@reverse", "@nest"];

    public static ShapeProblem? FirstProblem(JsonObject json) => Find(json) is { } path ? Problem(path) : null;

    /// <summary>The steps to the first such member, from the last; the good case makes no text.</summary>
    private static List<string>? Find(JsonNode node)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                if (name == "@context")
                    continue;
                if (value is null || (name.StartsWith('@') && Refused.Contains(name)))
                    return [name];
                if (value is not JsonValue && Find(value) is { } path)
                    return [.. path, name];
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is null)
                    return [$"{i}"];
                if (list[i] is not JsonValue && Find(list[i]!) is { } path)
                    return [.. path, $"{i}"];
            }
        }

        return null;
    }

    private static ShapeProblem Problem(List<string> fromTheLast)
    {
        var at = string.Concat(Enumerable.Reverse(fromTheLast).Select(JsonPointer.Step));
        return ShapeProblem.At(at, fromTheLast[0].StartsWith('@') ? $"Found the keyword {fromTheLast[0]}, which hides what it stands on; expected members of the credential." : "Found null, which is lost when the credential is signed; expected a value, or no such member.");
    }
}
