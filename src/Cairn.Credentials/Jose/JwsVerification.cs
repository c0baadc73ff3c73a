using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Jose;

/// <summary>
/// Verifies the JWS around a document: it is signed by a key that its issuer's own document lists (VC-JOSE, W3C Recommendation of 15 May 2025, section
/// 4; Open Badges 3.0, section 8.2). A key in the header proves nothing by being there.
/// </summary>
/// <param name="envelope">The JWS and what is in it.</param>
/// <param name="verification">The document, and what was asked.</param>
internal sealed class JwsVerification(JwsEnvelope envelope, Verification verification)
{
    /// <summary>What was found; a key that is good is added to <see cref="Verification.Methods"/>.</summary>
    public ProofFinding Verify()
    {
        var header = envelope.Jws.Header;
        if ((JoseHeader.Problem(header, verification.IsPresentation) ?? envelope.Problem ?? envelope.WhyNotAt(verification.At)) is { } problem)
            return ProofFinding.Failed(problem);
        if (Unanswered() is { } unanswered)
            return unanswered;
        if (envelope.Jws.Signature is not { Length: > 0 })
            return ProofFinding.Failed("The signature of the JWS is not base64url without padding.");

        var kid = header.Text("kid");
        if (kid is not null && !IsUrl(kid))
            return ProofFinding.Failed("The header's kid is neither a DID URL nor an https URL.");
        try
        {
            var jwk = header["jwk"] is JsonObject given ? PublicKey.FromJwk(given) : null;
            if (jwk is null && kid is null)
                return ProofFinding.Failed("The header names no key: it has neither kid nor jwk.");
            return kid is null ? ListedKey(jwk!) : NamedKey(kid, jwk);
        }
        catch (KeyException wrong)
        {
            return ProofFinding.Failed($"The header's jwk cannot be used: {wrong.Message}");
        }
    }

    /// <summary>A key by its name: whoever controls it answers for it.</summary>
    private ProofFinding NamedKey(string kid, PublicKey? jwk)
    {
        // The dialect of 1EdTech lets kid be the address of a bare key. It does not say whose it is; the issuer's document must.
        if (jwk is null && BareKey(kid.Split('#')[0]) is { } bare)
            return ListedKey(bare);
        if (RetrieveVerificationMethod.Run(kid, verification, out var method) is { } whyNot)
        {
            // The jwk must be the key that kid names: what it did not sign, that one did not.
            return whyNot.Outcome == CheckOutcome.NotChecked && jwk is not null && !IsSignedBy(jwk) ? ProofFinding.NotThisText() : whyNot;
        }

        return jwk is null || jwk.Equals(method!.Key) ? SignedBy(method!) : ProofFinding.Failed($"The header's jwk is another key than its kid {kid}.");
    }

    /// <summary>A key that came without a name: it counts only if the issuer's own document lists the same.</summary>
    private ProofFinding ListedKey(PublicKey key)
    {
        // Whoever holds the key signed or did not; that can be told without anybody's document.
        if (!IsSignedBy(key))
            return ProofFinding.NotThisText();
        var issuer = verification.Json.IdOf(verification.IsPresentation ? "holder" : "issuer");
        if (issuer is null)
            return ProofFinding.Failed("The header has a jwk, and the document names nobody whose key it could be.");
        switch (verification.Controllers.Resolve(issuer))
        {
            case Resolution.NotObtained why:
                return ProofFinding.NotChecked($"Whether the header's jwk is a key of the issuer is not known. {why.Reason}");
            case Resolution.Malformed why:
                return ProofFinding.Failed(why.Reason);
            case Resolution.Found { Document: var document }:
                if (document.Methods.FirstOrDefault(method => method.Key.Equals(key) && document.Find(method.Id, verification.Purpose).Method is not null) is not { } listed)
                    return ProofFinding.Failed($"The header's jwk is no key that the document of {issuer} lists for this.");
                return listed.WhyNotAt(verification.At) is { } outOfDate ? ProofFinding.Failed(outOfDate) : SignedBy(listed);
            default:
                throw new InvalidOperationException("A resolution is one of three.");
        }
    }

    private ProofFinding SignedBy(VerificationMethod method)
    {
        var jws = envelope.Jws;
        if (SignatureAlgorithms.KeyFor(jws.Header.Text("alg")) != method.Key.Type)
            return ProofFinding.Failed($"A key of type {PublicKey.NameOf(method.Key.Type)} does not sign with {jws.Header.Text("alg")}.");
        verification.Methods.Add(method);
        return jws.IsSignedBy(method.Key) ? ProofFinding.Passed : ProofFinding.NotThisText();
    }

    private bool IsSignedBy(PublicKey key) => SignatureAlgorithms.KeyFor(envelope.Jws.Header.Text("alg")) == key.Type && envelope.Jws.IsSignedBy(key);

    /// <summary>A presentation as a token answers with nonce and aud (VC-JOSE, section 3.1.3).</summary>
    private ProofFinding? Unanswered()
    {
        if (!verification.IsPresentation || envelope.Jws.Payload.Json is not JsonObject payload)
            return null;
        if (verification.Options.Challenge is { } challenge && payload.Text("nonce") != challenge)
            return ProofFinding.Failed("The presentation's nonce is not the challenge.", ProblemTypes.InvalidChallenge);
        return verification.Options.Domain is { } domain && !payload.Names("aud", domain) ? ProofFinding.Failed("The presentation's aud is not the domain.", ProblemTypes.InvalidDomain) : null;
    }

    private PublicKey? BareKey(string url) => url.StartsWith("https://", StringComparison.Ordinal) && verification.Documents.ObtainObject(url) is { } key
        && key.ContainsKey("kty") && !key.ContainsKey("verificationMethod") ? PublicKey.FromJwk(key) : null;

    private static bool IsUrl(string kid) =>
        kid.StartsWith("https://", StringComparison.Ordinal) || (kid.StartsWith("did:", StringComparison.Ordinal) && kid.Contains('#', StringComparison.Ordinal));
}
