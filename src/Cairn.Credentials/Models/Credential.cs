using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Models;

/// <summary>What every credential made here has (Verifiable Credentials Data Model 2.0, W3C Recommendation of 15 May 2025, section 4; Open Badges 3.0, appendix B).</summary>
public abstract class Credential
{
    internal const string OpenBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    internal const string ClrContext = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    private protected Credential()
    {
    }

    /// <summary>The credential's own absolute URI.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, as a wallet shows it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a sentence; null says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Who issues it.</summary>
    public required Profile Issuer { get; init; }

    /// <summary>From when it is valid. Written in UTC and whole seconds, as all dates.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Until when it is valid; null is without end. Not before <see cref="ValidFrom"/>.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When it was first awarded; null says nothing.</summary>
    public DateTimeOffset? AwardedDate { get; init; }

    /// <summary>Where its status stands: an object with <c>id</c> and <c>type</c>; null when it cannot be revoked.</summary>
    public JsonObject? CredentialStatus { get; init; }

    /// <summary>Terms of use: objects with <c>type</c>.</summary>
    public IReadOnlyList<JsonObject> TermsOfUse { get; init; } = [];

    /// <summary>
    /// Endorsements of it, each a whole credential. <c>endorsementJwt</c>, their form as JWS, stands in no published context: whoever reads the credential
    /// as linked data would lose it, so it is not made here.
    /// </summary>
    public IReadOnlyList<JsonObject> Endorsements { get; init; } = [];

    /// <summary>Further contexts, for members that are added afterwards.</summary>
    public IReadOnlyList<string> FurtherContexts { get; init; } = [];

    /// <summary>The credential, unsigned.</summary>
    /// <exception cref="CredentialException">The formal schema would refuse it; the exception has the place.</exception>
    public abstract JsonObject ToJson();

    internal Members Begin(IEnumerable<string> contexts, string type)
    {
        var members = new Members("");
        members.Json["@context"] = new JsonArray([.. contexts.Concat(FurtherContexts).Select(context => (JsonNode)context)]);
        members.Uri("id", Id, required: true);
        members.Json["type"] = new JsonArray("VerifiableCredential", type);
        return members.Require(ValidUntil is not { } until || until >= ValidFrom, "validUntil", "is before validFrom")
            .Text("name", Name, required: true).Text("description", Description)
            .Object("issuer", Issuer, static (issuer, at) => issuer.Write(at), required: true)
            .Date("validFrom", ValidFrom).Date("validUntil", ValidUntil).Date("awardedDate", AwardedDate);
    }

    internal JsonObject End(Members members) => members
        .Objects("endorsement", Endorsements, static (endorsement, _) => endorsement.DeepClone().AsObject())
        .Object("credentialStatus", CredentialStatus, static (status, at) => Typed(status, at, needsId: true))
        .Objects("termsOfUse", TermsOfUse, static (terms, at) => Typed(terms, at, needsId: false)).Json;

    private static JsonObject Typed(JsonObject json, string at, bool needsId)
    {
        new Members(at).Text("type", json.Text("type"), required: true).Uri("id", json.Text("id"), needsId);
        return json.DeepClone().AsObject();
    }
}
