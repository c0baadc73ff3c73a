using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>An organisation or person (Open Badges 3.0, class Profile).</summary>
public sealed class Profile
{
    /// <summary>Absolute URI; of an issuer the DID or address whose document lists its keys.</summary>
    public required string Id { get; init; }

    /// <summary>Its name; null says nothing.</summary>
    public string? Name { get; init; }

    /// <summary>Address of its site; null says nothing.</summary>
    public string? Url { get; init; }

    /// <summary>Its mail address; null says nothing.</summary>
    public string? Email { get; init; }

    /// <summary>What it is, in a sentence; null says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Its picture; null has none.</summary>
    public Image? Image { get; init; }

    /// <summary>Other identifiers, such as that of a register.</summary>
    public IReadOnlyList<IdentifierEntry> OtherIdentifiers { get; init; } = [];

    internal JsonObject Write(string pointer) => new Members(pointer)
        .Uri("id", Id, required: true)
        .Type("Profile")
        .Text("name", Name).Uri("url", Url).Text("email", Email).Text("description", Description)
        .Object("image", Image, static (image, at) => image.Write(at))
        .Objects("otherIdentifier", OtherIdentifiers, static (identifier, at) => identifier.Write(at)).Json;
}
