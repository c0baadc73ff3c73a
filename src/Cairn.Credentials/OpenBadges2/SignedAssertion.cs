using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.OpenBadges2;

/// <summary>An assertion in a JWS, by a key that the issuer's profile lists, and not on the issuer's revocation list (Open Badges 2.0, "SignedBadge").</summary>
internal sealed class SignedAssertion(Assertion assertion, CompactJws jws) : AssertionDesign
{
    public override CheckResult Proof()
    {
        var header = jws.Header;
        if (header.ContainsKey("crit") || header.ContainsKey("b64") || SignatureAlgorithms.KeyFor(header.Text("alg")) is not { } type)
            return CheckResult.Failed(CheckNames.Proof, ProblemTypes.ProofVerification, "The header of the JWS has crit or b64, or an alg that is none of RS256, ES256, ES384 and EdDSA.");
        if (KeyId() is not { } keyId || Key(keyId) is not { } key)
            return CheckResult.NotChecked(CheckNames.Proof, ProblemTypes.ProofVerification, $"The key {KeyId() ?? "of the signature"} is not at hand.");
        try
        {
            return PemKey.Read(key) is var read && read.Type == type && jws.IsSignedBy(read) ? CheckResult.Passed(CheckNames.Proof)
                : CheckResult.Failed(CheckNames.Proof, ProblemTypes.CryptographicSecurity, ProofFinding.WhyNotThisText);
        }
        catch (KeyException wrong)
        {
            return CheckResult.Failed(CheckNames.Proof, ProblemTypes.ProofVerification, $"The key {keyId} cannot be used: {wrong.Message}");
        }
    }

    /// <summary>The profile at the issuer's own address counts; the one inside an assertion is only what the assertion says.</summary>
    public override CheckResult Issuer()
    {
        if (assertion.IssuerId is not { } issuerId)
            return CheckResult.NotChecked(CheckNames.Issuer, ProblemTypes.ProofVerification, "The badge class is not at hand, so its issuer is not known.");
        if (assertion.Load(issuerId) is not { } profile)
            return CheckResult.NotChecked(CheckNames.Issuer, ProblemTypes.ProofVerification, $"The profile of {issuerId} is not at hand, so whose key it is is not known.");
        if (KeyId() is not { } keyId)
            return CheckResult.NotChecked(CheckNames.Issuer, ProblemTypes.ProofVerification, "Whose key it is was not found out.");
        var listed = profile.Items("publicKey").Any(key => (key is JsonObject inside ? inside.Text("id") : key.AsText()) == keyId);
        var owned = Key(keyId)?.Text("owner") is not { } owner || owner == issuerId;
        return listed && owned ? CheckResult.Passed(CheckNames.Issuer) : CheckResult.Failed(CheckNames.Issuer, ProblemTypes.CryptographicSecurity, $"It names {issuerId} as issuer, whose profile does not list the key {keyId}.");
    }

    public override CheckResult Status()
    {
        if (assertion.IssuerId is not { } issuerId || assertion.Load(issuerId) is not { } profile)
            return CheckResult.NotChecked(CheckNames.Status, ProblemTypes.StatusRetrieval, "The issuer's profile is not at hand, so where its revocation list stands is not known.");
        if (profile.IdOf("revocationList") is not { } address)
            return CheckResult.NotApplicable(CheckNames.Status, "The issuer's profile names no revocation list.");
        if (assertion.Load(address) is not { } list)
            return CheckResult.NotChecked(CheckNames.Status, ProblemTypes.StatusRetrieval, $"The revocation list {address} is not at hand.");
        if (list.IdOf("issuer") is { } owner && owner != issuerId)
            return CheckResult.NotChecked(CheckNames.Status, ProblemTypes.StatusVerification, $"The revocation list {address} is that of {owner}.");
        return list.Items("revokedAssertions").Any(entry => IsThis(entry)) ? CheckResult.Failed(CheckNames.Status, ProblemTypes.StatusVerification, "It was revoked.") : CheckResult.Passed(CheckNames.Status);
    }

    private bool IsThis(JsonNode? entry) => entry is JsonObject told
        ? told.Text("id") == assertion.Json.Text("id") || (told.Text("uid") is { } uid && uid == assertion.Json.Text("uid"))
        : entry.AsText() == assertion.Json.Text("id");

    /// <summary>The key's address: <c>creator</c>, in version 1 <c>url</c>; else the one key of the issuer's profile.</summary>
    private string? KeyId() => assertion.VerificationObject?.Text("creator") ?? assertion.VerificationObject?.Text("url")
        ?? (assertion.IssuerId is { } issuer && assertion.Load(issuer)?.Items("publicKey").ToList() is [var only] ? only is JsonObject key ? key.Text("id") : only.AsText() : null);

    private JsonObject? Key(string keyId) => assertion.Load(keyId)
        ?? (assertion.IssuerId is { } issuer ? assertion.Load(issuer)?.Items("publicKey").OfType<JsonObject>().FirstOrDefault(key => key.Text("id") == keyId) : null);
}
