using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Schemas;

/// <summary>What is wrong with the shape of a document: where, what was found and what was expected.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) to it; empty is the document.</param>
/// <param name="Sentence">What was found and expected.</param>
/// <param name="Problem">One of <see cref="ProblemTypes"/>.</param>
internal sealed record Flaw(string Pointer, string Sentence, string Problem = ProblemTypes.MalformedValue)
{
    public override string ToString() => Pointer.Length == 0 ? Sentence : $"At {Pointer}: {Sentence}";

    /// <summary>The items of a member with their pointers; a single value stands for itself.</summary>
    public static IEnumerable<(string Pointer, JsonNode? Node)> Each(JsonObject json, string member, string at = "")
    {
        var pointer = at + JsonReading.Step(member);
        return json[member] is JsonArray array ? array.Select((item, i) => ($"{pointer}/{i}", item)) : json.Items(member).Select(item => (pointer, item));
    }

    /// <summary>A value as a message shows it: short, on one line.</summary>
    public static string Show(JsonNode? node)
    {
        var text = node switch { null => "nothing", JsonObject => "an object", JsonArray => "an array", _ => node.ToJsonString() };
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
