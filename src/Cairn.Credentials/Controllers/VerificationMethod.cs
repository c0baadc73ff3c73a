using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Controllers;

/// <summary>What a controller may use a key for (Controlled Identifiers 1.0, section 2.3).</summary>
internal enum Relationship
{
    /// <summary>Proofs of credentials.</summary>
    AssertionMethod,

    /// <summary>Proofs of presentations.</summary>
    Authentication,
}

/// <summary>A key in the document of its controller.</summary>
/// <param name="Id">The absolute URL that proofs name.</param>
/// <param name="Controller">Who it says controls it.</param>
/// <param name="Key">The key.</param>
internal sealed record VerificationMethod(string Id, string Controller, PublicKey Key)
{
    /// <summary>From when on it is no longer used; null when it says nothing.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>From when on it is revoked; null when it says nothing.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>The method's own words, of a document that was read.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>The context that defines its type.</summary>
    public string Context => IsJwk ? "https://w3id.org/security/jwk/v1" : "https://w3id.org/security/multikey/v1";

    private bool IsJwk => Id.StartsWith(DidJwk.Prefix, StringComparison.Ordinal);

    /// <summary>Why it may not be used at a moment, in one sentence; null when it may.</summary>
    public string? WhyNotAt(DateTimeOffset moment) =>
        Revoked is { } revoked && moment >= revoked ? $"The verification method {Id} was revoked on {XsdDateTime.Write(revoked)}."
        : Expires is { } expires && moment > expires ? $"The verification method {Id} expired on {XsdDateTime.Write(expires)}."
        : null;

    /// <summary>Its own words, or what the key implies.</summary>
    public JsonObject ToJson(bool withContext = true)
    {
        if (Json is not null)
            return Json.DeepClone().AsObject();
        var json = withContext ? new JsonObject { ["@context"] = Context } : [];
        json["id"] = Id;
        json["type"] = IsJwk ? "JsonWebKey" : "Multikey";
        json["controller"] = Controller;
        if (IsJwk)
            json["publicKeyJwk"] = Key.ToJwk();
        else
            json["publicKeyMultibase"] = Key.ToMultibase();
        return json;
    }
}
