using System.Globalization;
using System.Text.Json.Nodes;
using Cairn.Credentials;
using Cairn.Credentials.Models;

namespace Cairn.Web.Features.Verification;

/// <summary>What a stranger handed in, checked. It lives as long as the answer that shows it: nothing of it is kept.</summary>
/// <param name="Report">What was found.</param>
/// <param name="Says">What the award says. Only with a signature that holds is any of it a fact. Null when it cannot be read at all.</param>
/// <param name="At">The moment that ruled its dates.</param>
/// <param name="Fingerprint">SHA-256 of what was handed in, in hexadecimal.</param>
/// <param name="Took">How long the checks took.</param>
/// <param name="Holder">Whom it was compared with, or null.</param>
internal sealed record CheckedAward(VerificationReport Report, CredentialView? Says, DateTimeOffset At, string Fingerprint, TimeSpan Took, string? Holder)
{
    /// <summary>Whether the signature holds and the issuer controls the key, so that what the award says was said by the issuer.</summary>
    public bool IsSigned => Outcome(CheckNames.Proof) == CheckOutcome.Passed && Outcome(CheckNames.Issuer) == CheckOutcome.Passed;

    /// <summary>The domain that stands behind the issuer's key; null for a key that stands for itself.</summary>
    public string? IssuerDomain => Report.IssuerKnown != IssuerKnown.Domain ? null : Says?.IssuerId switch
    {
        { } did when did.StartsWith("did:web:", StringComparison.Ordinal) => Uri.UnescapeDataString(did["did:web:".Length..].Split(':')[0]),
        { } url when Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps => uri.IdnHost,
        _ => null,
    };

    /// <summary>How a check ended; null when it was not asked for.</summary>
    public CheckOutcome? Outcome(string check) => Report.Checks.FirstOrDefault(row => row.Check == check)?.Outcome;

    /// <summary>The report for a file: what was found, when, and the fingerprint of what was looked at. It holds nothing of the award but what the reasons quote.</summary>
    public JsonObject ReportJson()
    {
        var json = new JsonObject { ["checkedAt"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), ["sha256"] = Fingerprint };
        foreach (var (name, value) in Report.ToJson())
            json[name] = value?.DeepClone();
        return json;
    }
}
