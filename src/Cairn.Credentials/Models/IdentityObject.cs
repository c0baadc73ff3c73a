using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>A name or address of a person, mostly hashed (Open Badges 3.0, class IdentityObject). It has no members but its own.</summary>
public sealed class IdentityObject
{
    internal static readonly string[] Types =
    [
        "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress", "nationalIdentityNumber", "isbn", "issn", "lisSourcedId", "oneRosterSourcedId",
        "sisSourcedId", "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId", "ltiUserId", "identifier",
    ];

    private readonly string _type;
    private readonly string _text;
    private readonly bool _hashed;
    private readonly string? _salt;

    private IdentityObject(string type, string text, bool hashed, string? salt) => (_type, _text, _hashed, _salt) = (type, text, hashed, salt);

    /// <summary>A name or address that everyone can read.</summary>
    /// <param name="identity">The name or address.</param>
    /// <param name="type">A word of the specification's list, such as <c>emailAddress</c> or <c>name</c>.</param>
    public static IdentityObject Plain(string identity, string type) => new(type, identity, hashed: false, null);

    /// <summary>The SHA-256 of a name or address and salt: only who knows both can tell whose it is.</summary>
    /// <param name="identity">The name or address.</param>
    /// <param name="type">A word of the specification's list, such as <c>emailAddress</c>.</param>
    /// <param name="salt">Some random text; null hashes without.</param>
    public static IdentityObject Hashed(string identity, string type, string? salt) =>
        new(type, "sha256$" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity + salt))), hashed: true, salt);

    internal JsonObject Write(string pointer) => new Members(pointer)
        .Type("IdentityObject", asArray: false)
        .Flag("hashed", _hashed)
        .Text("identityHash", _text, required: true)
        .Word("identityType", _type, Types, required: true)
        .Text("salt", _salt).Json;
}

/// <summary>Another identifier of an achievement or organisation (Open Badges 3.0, class IdentifierEntry).</summary>
/// <param name="identifier">The identifier.</param>
/// <param name="type">A word of the specification's list of identifier types, or <c>ext:…</c>.</param>
public sealed class IdentifierEntry(string identifier, string type)
{
    internal JsonObject Write(string pointer) => new Members(pointer)
        .Type("IdentifierEntry", asArray: false)
        .Text("identifier", identifier, required: true)
        .Word("identifierType", type, IdentityObject.Types, required: true).Json;
}
