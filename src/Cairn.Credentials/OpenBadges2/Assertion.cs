using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.JsonLd;

namespace Cairn.Credentials.OpenBadges2;

/// <summary>
/// An award of Open Badges 2.0 (1EdTech, Final Release of 12 April 2018): an assertion, the badge class it is of, and the profile of the issuer. Each of
/// the latter stands inside, or elsewhere at its own address.
/// </summary>
/// <param name="json">The assertion.</param>
/// <param name="documents">Documents by address; null knows none.</param>
internal sealed class Assertion(JsonObject json, IDocumentLoader? documents)
{
    public const string Context = "https://w3id.org/openbadges/v2";

    public JsonObject Json => json;

    /// <summary>Whether a document is one, and no verifiable credential.</summary>
    public static bool IsOne(JsonObject json) => json.Names("type", "Assertion") && !json.Names("type", "VerifiableCredential");

    /// <summary>The badge class; null when it stands elsewhere and is not at hand.</summary>
    public JsonObject? BadgeClass { get; } = json["badge"] as JsonObject ?? Load(json.IdOf("badge"), documents);

    /// <summary>The issuer's profile, inside or from its address; null when it is not at hand.</summary>
    public JsonObject? Issuer => BadgeClass is null ? null : BadgeClass["issuer"] as JsonObject ?? Load(BadgeClass.IdOf("issuer"), documents);

    /// <summary>The address that the issuer is known by.</summary>
    public string? IssuerId => BadgeClass?.IdOf("issuer");

    /// <summary>How it is to be verified: <c>verification</c>, in version 1 <c>verify</c>.</summary>
    public JsonObject? VerificationObject => json["verification"] as JsonObject ?? json["verify"] as JsonObject;

    public bool IsHosted => VerificationObject?.Text("type") is "HostedBadge" or "hosted";

    public bool IsSigned => VerificationObject?.Text("type") is "SignedBadge" or "signed";

    /// <summary>Whether a document says of itself that it was taken back.</summary>
    public static bool IsRevoked(JsonObject json) => json["revoked"]?.GetValueKind() == JsonValueKind.True;

    /// <summary>The JSON object at an address that says it is the one of that address; null when it is not at hand.</summary>
    public JsonObject? Load(string? url) => Load(url, documents);

    private static JsonObject? Load(string? url, IDocumentLoader? documents) =>
        url is not null && documents.ObtainObject(url) is { } json && (json.Text("id") ?? url) == url ? json : null;
}
