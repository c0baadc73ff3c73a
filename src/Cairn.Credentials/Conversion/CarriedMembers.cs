using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Conversion;

/// <summary>The members of an object that is converted: which were taken, so that all others can be told.</summary>
/// <param name="json">The object.</param>
/// <param name="pointer">Where it stands.</param>
/// <param name="notCarried">Gets a line for each member that was not taken.</param>
internal sealed class CarriedMembers(JsonObject json, string pointer, List<string> notCarried)
{
    private readonly HashSet<string> _taken = new(["@context", "type", "id"], StringComparer.Ordinal);

    public string Pointer => pointer;

    public string? Text(string member) => Take(member).AsText();

    public JsonNode? Take(string member)
    {
        _taken.Add(member);
        return json[member];
    }

    /// <summary>The member's values: of an array its items, of a single value itself.</summary>
    public IEnumerable<JsonNode?> Items(string member)
    {
        _taken.Add(member);
        return json.Items(member);
    }

    public string Required(string member) => Text(member)
        ?? throw new CredentialException(ProblemTypes.MalformedValue, pointer + JsonPointer.Step(member), $"The member {member} is missing or no text.");

    /// <summary>An object inside, whose members are told of in their turn.</summary>
    public CarriedMembers Inside(string member, JsonObject value)
    {
        _taken.Add(member);
        return new CarriedMembers(value, pointer + JsonPointer.Step(member), notCarried);
    }

    public CarriedMembers Inside(string member, int index, JsonObject value)
    {
        _taken.Add(member);
        return new CarriedMembers(value, $"{pointer}{JsonPointer.Step(member)}/{index}", notCarried);
    }

    public void Tell(string member, string why) => notCarried.Add($"{pointer}{JsonPointer.Step(member)}: {why}");

    /// <summary>Tells of everything that was not taken.</summary>
    public void Finish(string target)
    {
        foreach (var (member, _) in json)
        {
            if (!_taken.Contains(member))
                Tell(member, member == "proof" ? "the result is unsigned" : $"{target} has no place for it");
        }
    }
}
