using System.Text.Json.Nodes;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Jose;

/// <summary>
/// A credential or presentation inside a JWS: as the payload itself (VC-JOSE, section 3.1; Open Badges 3.0, section 8.2), with registered claims beside
/// its members, or, in data model 1.1 only, in the claim <c>vc</c> or <c>vp</c> (Verifiable Credentials Data Model 1.1, section 6.3.1).
/// </summary>
internal sealed class JwsEnvelope
{
    /// <summary>The claims that are the token's (RFC 7519, section 4.1), not the credential's.</summary>
    private static readonly string[] Claims = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "nonce", "cnf"];

    private JwsEnvelope(CompactJws jws, CredentialDocument credential, string? problem) => (Jws, Credential, Problem) = (jws, credential, problem);

    public CompactJws Jws { get; }

    /// <summary>What is inside, without the claims.</summary>
    public CredentialDocument Credential { get; }

    /// <summary>Why the claims and the credential are not one; null when they are.</summary>
    public string? Problem { get; }

    public static JwsEnvelope Open(CompactJws jws)
    {
        if (jws.Payload.Json is not JsonObject payload)
            return new JwsEnvelope(jws, jws.Payload, null);
        var wrapped = payload.ContainsKey("vc") || payload.ContainsKey("vp");
        if (!wrapped && !Claims.Any(payload.ContainsKey))
            return new JwsEnvelope(jws, jws.Payload, null);

        var inside = payload.ContainsKey("vc") ? payload["vc"] : payload.ContainsKey("vp") ? payload["vp"] : payload;
        if (inside is not JsonObject)
            return new JwsEnvelope(jws, jws.Payload, "The claim vc or vp is no object.");
        var body = inside.DeepClone().AsObject();
        foreach (var claim in wrapped ? [] : Claims)
            body.Remove(claim);
        var problem = wrapped ? WrongWrapping(jws.Header, payload, body) : null;
        problem ??= new JwtClaims(payload, body, mayFill: wrapped).Reconcile();
        return new JwsEnvelope(jws, CredentialDocument.Of(body), problem);
    }

    /// <summary>Why the token of a presentation is not good at a moment, in one sentence; null when it is. A credential has dates of its own.</summary>
    public string? WhyNotAt(DateTimeOffset moment)
    {
        if (Jws.Payload.Json is not JsonObject payload || Credential.Json is not JsonObject body || !body.Names("type", "VerifiablePresentation"))
            return null;
        return JwtClaims.Moment(payload["nbf"]) is { } begins && moment < begins ? $"The token is good only from {XsdDateTime.Write(begins)}."
            : JwtClaims.Moment(payload["exp"]) is { } ends && moment > ends ? $"The token expired on {XsdDateTime.Write(ends)}."
            : null;
    }

    private static string? WrongWrapping(JsonObject header, JsonObject payload, JsonObject body)
    {
        if (payload.ContainsKey("vc") && payload.ContainsKey("vp"))
            return "The payload has both a claim vc and a claim vp.";
        if (payload.ContainsKey("@context") || payload.ContainsKey("type") || payload.ContainsKey("credentialSubject"))
            return "The payload is a credential and has another in the claim vc or vp.";
        if (header.Text("typ") is "vc+jwt" or "vp+jwt" || !DataModelVersion.Is1(body))
            return "The claims vc and vp are of data model 1.1; a credential of 2.0 is the payload itself.";
        return null;
    }
}
