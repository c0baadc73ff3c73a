using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Schemas;

/// <summary>A place in a document. Its pointer is worked out only when it is told: names can be as long as the document.</summary>
/// <param name="Outer">What it is in; null for the document.</param>
/// <param name="Name">The member's name; null for an item.</param>
/// <param name="Index">The item's place.</param>
internal sealed record Place(Place? Outer, string? Name, int Index)
{
    public static Place Root { get; } = new(null, null, 0);

    public int Depth { get; } = Outer is null ? 0 : Outer.Depth + 1;

    public Place Member(string name) => new(this, name, 0);

    public Place Item(int index) => new(this, null, index);

    public override string ToString() => Outer is null ? "" : Outer + (Name is null ? $"/{Index}" : JsonPointer.Step(Name));
}

/// <summary>What is wrong with the form of a document: where, what was found and what was expected.</summary>
internal sealed record Flaw(Place At, string Sentence)
{
    private const int LongestShown = 80;

    /// <summary>JSON Pointer (RFC 6901) to it; empty is the document.</summary>
    public string Pointer => At.ToString();

    public override string ToString() => At.Outer is null ? Sentence : $"At {Pointer}: {Sentence}";

    /// <summary>The items of a member with their places; a single value stands for itself.</summary>
    public static IEnumerable<(Place At, JsonNode? Node)> Each(JsonObject json, Place at, string member)
    {
        var place = at.Member(member);
        return json[member] is JsonArray array ? array.Select((item, i) => (place.Item(i), item)) : json.Items(member).Select(item => (place, item));
    }

    /// <summary>A value as a message shows it: short, on one line.</summary>
    public static string Show(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonObject => "an object",
        JsonArray => "an array",
        _ when node.GetValueKind() == JsonValueKind.String => $"“{JsonReading.Cut(node.AsText()!, LongestShown)}”",
        _ => node.ToJsonString(),
    };
}
