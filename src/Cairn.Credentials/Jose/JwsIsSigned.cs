using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Jose;

/// <summary>
/// The JWS around the document is signed by a key that its issuer's own document lists (VC-JOSE, W3C Recommendation of 15 May 2025, section 4; Open
/// Badges 3.0, section 8.2). This is the check <c>proof</c> of what comes as a JWS. A key in the header proves nothing by being there.
/// </summary>
/// <param name="envelope">The JWS and what is in it.</param>
internal sealed class JwsIsSigned(JwsEnvelope envelope) : Check("proof")
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var header = envelope.Jws.Header;
        if ((JoseHeader.Problem(header, verification.IsPresentation) ?? envelope.Problem ?? envelope.WhyNotAt(verification.At)) is { } problem)
            return [Failed(ProblemTypes.ProofVerification, problem)];
        if (Unanswered(verification) is { } unanswered)
            return [unanswered];
        if (envelope.Jws.Signature is not { Length: > 0 })
            return [Failed(ProblemTypes.ProofVerification, "The signature of the JWS is not base64url without padding.")];

        var kid = header.Text("kid");
        if (kid is not null && !IsUrl(kid))
            return [Failed(ProblemTypes.ProofVerification, "The header's kid is neither a DID URL nor an https URL.")];
        try
        {
            var jwk = header["jwk"] is JsonObject given ? PublicKey.FromJwk(given) : null;
            if (jwk is null && kid is null)
                return [Failed(ProblemTypes.ProofVerification, "The header names no key: it has neither kid nor jwk.")];
            return [kid is null ? ListedKey(jwk!, verification) : NamedKey(kid, jwk, verification)];
        }
        catch (KeyException wrong)
        {
            return [Failed(ProblemTypes.ProofVerification, $"The header's jwk cannot be used: {wrong.Message}")];
        }
    }

    /// <summary>A key by its name: whoever controls it answers for it.</summary>
    private CheckResult NamedKey(string kid, PublicKey? jwk, Verification verification)
    {
        var controller = kid.Split('#')[0];
        // The dialect of 1EdTech lets kid be the address of a bare key. It does not say whose it is; the issuer's document must.
        if (jwk is null && BareKey(controller, verification) is { } bare)
            return ListedKey(bare, verification);
        switch (verification.Controllers.Resolve(controller))
        {
            // The jwk must be the key that kid names: what it did not sign, that one did not.
            case Resolution.NotObtained when jwk is not null && !IsSignedBy(jwk):
                return NotSigned();
            case Resolution.NotObtained why:
                return NotChecked(ProblemTypes.ProofVerification, why.Reason);
            case Resolution.Malformed why:
                return Failed(ProblemTypes.ProofVerification, why.Reason);
            case Resolution.Found { Document: var document }:
                var (method, whyNot) = document.Find(kid, verification.Purpose);
                if (method is null)
                    return Failed(ProblemTypes.ProofVerification, whyNot!);
                return jwk is null || jwk.Equals(method.Key) ? Signed(method, verification)
                    : Failed(ProblemTypes.ProofVerification, $"The header's jwk is another key than its kid {kid}.");
            default:
                throw new InvalidOperationException("A resolution is one of three.");
        }
    }

    /// <summary>A key that came without a name: it counts only if the issuer's own document lists the same.</summary>
    private CheckResult ListedKey(PublicKey key, Verification verification)
    {
        // Whoever holds the key signed or did not; that can be told without anybody's document.
        if (!IsSignedBy(key))
            return NotSigned();
        var issuer = verification.Json.IdOf(verification.IsPresentation ? "holder" : "issuer");
        if (issuer is null)
            return Failed(ProblemTypes.ProofVerification, "The header has a jwk, and the document names nobody whose key it could be.");
        switch (verification.Controllers.Resolve(issuer))
        {
            case Resolution.NotObtained why:
                return NotChecked(ProblemTypes.ProofVerification, $"Whether the header's jwk is a key of the issuer is not known. {why.Reason}");
            case Resolution.Malformed why:
                return Failed(ProblemTypes.ProofVerification, why.Reason);
            case Resolution.Found { Document: var document }:
                return document.Methods.FirstOrDefault(method => method.Key.Equals(key) && document.Find(method.Id, verification.Purpose).Method is not null) is { } listed
                    ? Signed(listed, verification)
                    : Failed(ProblemTypes.ProofVerification, $"The header's jwk is no key that the document of {issuer} lists for this.");
            default:
                throw new InvalidOperationException("A resolution is one of three.");
        }
    }

    private CheckResult Signed(VerificationMethod method, Verification verification)
    {
        var jws = envelope.Jws;
        if (SignatureAlgorithms.KeyFor(jws.Header.Text("alg")) != method.Key.Type)
            return Failed(ProblemTypes.ProofVerification, $"A key of type {PublicKey.NameOf(method.Key.Type)} does not sign with {jws.Header.Text("alg")}.");
        if (method.WhyNotAt(verification.At) is { } ended)
            return Failed(ProblemTypes.ProofVerification, ended);
        verification.Methods.Add(method);
        return jws.IsSignedBy(method.Key) ? Passed() : NotSigned();
    }

    private bool IsSignedBy(PublicKey key) => SignatureAlgorithms.KeyFor(envelope.Jws.Header.Text("alg")) == key.Type && envelope.Jws.IsSignedBy(key);

    private CheckResult NotSigned() =>
        Failed(ProblemTypes.CryptographicSecurity, "The signature is not that of this text: something was changed after signing, or another key signed.");

    /// <summary>A presentation as a token answers with nonce and aud (VC-JOSE, section 3.1.3).</summary>
    private CheckResult? Unanswered(Verification verification)
    {
        if (!verification.IsPresentation || envelope.Jws.Payload.Json is not JsonObject payload)
            return null;
        if (verification.Options.Challenge is { } challenge && payload.Text("nonce") != challenge)
            return Failed(ProblemTypes.InvalidChallenge, "The presentation's nonce is not the challenge.");
        return verification.Options.Domain is { } domain && !payload.Names("aud", domain) ? Failed(ProblemTypes.InvalidDomain, "The presentation's aud is not the domain.") : null;
    }

    private static PublicKey? BareKey(string url, Verification verification)
    {
        if (!url.StartsWith("https://", StringComparison.Ordinal))
            return null;
        try
        {
            return verification.Documents?.Load(url) is { } loaded && CredentialDocument.TryParse(loaded.Content.Span, out var document, out _)
                && document.Json is JsonObject key && key.ContainsKey("kty") && !key.ContainsKey("verificationMethod") ? PublicKey.FromJwk(key) : null;
        }
        catch (Cairn.JsonLd.DocumentNotLoadedException)
        {
            return null;
        }
    }

    private static bool IsUrl(string kid) =>
        kid.StartsWith("https://", StringComparison.Ordinal) || (kid.StartsWith("did:", StringComparison.Ordinal) && kid.Contains('#', StringComparison.Ordinal));
}
