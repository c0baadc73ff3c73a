using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Jose;

/// <summary>
/// The rules for a header (RFC 7515, section 4; Securing Verifiable Credentials using JOSE and COSE, W3C Recommendation of 15 May 2025, section 3.1;
/// Open Badges 3.0, section 8.2). What points to keys elsewhere (<c>jku</c>, <c>x5u</c>) is never followed and counts for nothing.
/// </summary>
internal static class JoseHeader
{
    /// <summary>What is wrong with a header, in one sentence; null when nothing is.</summary>
    /// <param name="header">The header.</param>
    /// <param name="isPresentation">Whether a presentation is what was signed.</param>
    public static string? Problem(JsonObject header, bool isPresentation)
    {
        // An extension that must be understood, and a payload that is not encoded (RFC 7797): neither is of credentials.
        if (header.ContainsKey("crit") || header.ContainsKey("b64"))
            return "The header has crit or b64, which no credential has.";
        if (SignatureAlgorithms.KeyFor(header.Text("alg")) is null)
            return $"The header's alg is {JsonReading.Excerpt(header["alg"])}; expected EdDSA, ES256, ES384 or RS256.";
        var (type, content) = isPresentation ? ("vp+jwt", "vp") : ("vc+jwt", "vc");
        if (header.ContainsKey("typ") && header.Text("typ") != type && header.Text("typ") != "JWT")
            return $"The header's typ is {JsonReading.Excerpt(header["typ"])}; expected {type}, JWT or none.";
        if (header.ContainsKey("cty") && header.Text("cty") != content)
            return $"The header's cty is {JsonReading.Excerpt(header["cty"])}; expected {content} or none.";
        if (header.ContainsKey("kid") && header.Text("kid") is null)
            return "The header's kid is no text.";
        if (header.ContainsKey("jwk") && header["jwk"] is not JsonObject)
            return "The header's jwk is no object.";
        return null;
    }
}
