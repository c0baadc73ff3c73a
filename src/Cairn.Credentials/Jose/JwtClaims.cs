using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Jose;

/// <summary>
/// The registered claims of a token (RFC 7519, section 4.1) beside the members of its credential that say the same (Open Badges 3.0, section 8.2.1;
/// Verifiable Credentials Data Model 1.1, section 6.3.1). Both speak to somebody, so they must agree.
/// </summary>
/// <param name="payload">The payload.</param>
/// <param name="body">The credential; dates that only the token has are written into it, so that they rule like its own.</param>
/// <param name="mayFill">Whether the issuer may have left other members out of the credential too, as data model 1.1 allows.</param>
internal sealed class JwtClaims(JsonObject payload, JsonObject body, bool mayFill)
{
    private readonly bool _isVersion1 = DataModelVersion.Is1(body);

    /// <summary>What does not agree, in one sentence; null when everything does.</summary>
    public string? Reconcile()
    {
        var party = body.Names("type", "VerifiablePresentation") ? "holder" : "issuer";
        return Same("iss", party, body.IdOf(party), text => body[party] = text)
            ?? Same("jti", "id", body.Text("id"), text => body["id"] = text)
            ?? Subject()
            ?? Date("nbf", _isVersion1 ? "issuanceDate" : "validFrom")
            ?? Date("exp", _isVersion1 ? "expirationDate" : "validUntil");
    }

    private string? Subject()
    {
        if (!payload.ContainsKey("sub") || body.Items("credentialSubject").ToList() is not [JsonObject subject])
            return payload.ContainsKey("sub") ? "The claim sub stands beside a credential that has not exactly one subject." : null;
        return Same("sub", "credentialSubject.id", subject.Text("id"), text => subject["id"] = text);
    }

    private string? Same(string claim, string member, string? value, Action<string> fill)
    {
        if (!payload.ContainsKey(claim))
            return null;
        if (payload.Text(claim) is not { } text)
            return $"The claim {claim} is no text.";
        if (value is null && mayFill)
            fill(text);
        else if (value != text)
            return $"The claim {claim} is not the credential's {member}.";
        return null;
    }

    private string? Date(string claim, string member)
    {
        if (!payload.TryGetPropertyValue(claim, out var value))
            return null;
        if (Moment(value) is not { } moment)
            return $"The claim {claim} is no number of seconds.";
        // A presentation has no dates of its own: these are the token's, see JwsEnvelope.WhyNotAt.
        if (body.Names("type", "VerifiablePresentation"))
            return null;
        if (!body.ContainsKey(member))
            body[member] = XsdDateTime.Write(moment);
        else if (!XsdDateTime.TryRead(body.Text(member), out var date) || date.ToUnixTimeSeconds() != moment.ToUnixTimeSeconds())
            return $"The claim {claim} is not the credential's {member}.";
        return null;
    }

    /// <summary>A NumericDate (RFC 7519, section 2); null when it is none. Up to the year 9999; more is no date here.</summary>
    public static DateTimeOffset? Moment(JsonNode? value) =>
        value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<double>(out var seconds) && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds((long)Math.Floor(seconds)) : null;
}
