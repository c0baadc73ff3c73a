using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>What an award rests on (Open Badges 3.0, class Evidence).</summary>
public sealed class Evidence
{
    /// <summary>Address of it; null when it is only told.</summary>
    public string? Id { get; init; }

    /// <summary>Its name; null says nothing.</summary>
    public string? Name { get; init; }

    /// <summary>What it is; null says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>What was done, in Markdown; null says nothing.</summary>
    public string? Narrative { get; init; }

    /// <summary>What kind of thing it is; null says nothing.</summary>
    public string? Genre { get; init; }

    /// <summary>For whom it is; null says nothing.</summary>
    public string? Audience { get; init; }

    internal JsonObject Write(string pointer) => new Members(pointer)
        .Uri("id", Id)
        .Type("Evidence")
        .Text("name", Name).Text("description", Description).Text("narrative", Narrative).Text("genre", Genre).Text("audience", Audience).Json;
}
