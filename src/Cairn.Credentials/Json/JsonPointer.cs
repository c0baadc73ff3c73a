using System.Globalization;
using System.Text.Json.Nodes;

namespace Cairn.Credentials.Json;

/// <summary>JSON Pointers (RFC 6901, April 2013): written for messages and proofs, and followed into a document.</summary>
internal static class JsonPointer
{
    /// <summary>The steps of a pointer; null when the text is none.</summary>
    public static string[]? Steps(string pointer)
    {
        if (pointer.Length == 0)
            return [];
        if (pointer[0] != '/' || pointer.Replace("~0", "", StringComparison.Ordinal).Replace("~1", "", StringComparison.Ordinal).Contains('~', StringComparison.Ordinal))
            return null;
        return [.. pointer[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
    }

    /// <summary>The pointer of those steps.</summary>
    public static string Of(IEnumerable<string> steps) => string.Concat(steps.Select(Step));

    /// <summary>One step, with the slash before it.</summary>
    public static string Step(string name) => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The pointer to a node of a document. It is worked out only when it is needed: names can be as long as the document.</summary>
    public static string To(JsonNode node)
    {
        var steps = new Stack<string>();
        for (; node.Parent is { } parent; node = parent)
            steps.Push(parent is JsonArray ? $"/{node.GetElementIndex()}" : Step(node.GetPropertyName()));
        return string.Concat(steps);
    }

    /// <summary>
    /// The steps that lead to the same place of a document; null when there is nothing. JSON-LD makes no difference between a value and an array of
    /// it alone, and compaction makes one of the other: a name is looked for in the only item of an array too.
    /// </summary>
    /// <param name="document">Where the pointer leads.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="isCompacted">Whether arrays of one may have become their item, so that 0 is the value itself.</param>
    public static string[]? Find(JsonNode document, string[] steps, bool isCompacted)
    {
        JsonNode? at = document;
        var found = new List<string>();
        foreach (var step in steps)
        {
            if (at is JsonArray { Count: 1 } only && Index(only, step) is null)
            {
                found.Add("0");
                at = only[0];
            }

            if (at is JsonObject map && map.TryGetPropertyValue(step, out var member))
                at = member;
            else if (at is JsonArray list && Index(list, step) is { } index)
                at = list[index];
            else if (isCompacted && step == "0" && at is not JsonArray)
                continue;
            else
                return null;
            found.Add(step);
        }

        return [.. found];
    }

    private static int? Index(JsonArray list, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count && index.ToString(CultureInfo.InvariantCulture) == step ? index : null;
}
