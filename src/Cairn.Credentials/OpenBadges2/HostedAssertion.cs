using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.OpenBadges2;

/// <summary>What stands at the assertion's own address is the assertion; whoever can put it there vouches for it (Open Badges 2.0, "HostedBadge").</summary>
internal sealed class HostedAssertion(Assertion assertion) : AssertionDesign
{
    private readonly string _id = assertion.Json.Text("id")!;

    public override CheckResult Proof()
    {
        if (!_id.StartsWith("https://", StringComparison.Ordinal) && !_id.StartsWith("http://", StringComparison.Ordinal))
            return CheckResult.Failed(CheckNames.Proof, ProblemTypes.ProofVerification, "A hosted assertion has an http address as id; this one has not.");
        if (assertion.Load(_id) is not { } hosted)
            return CheckResult.NotChecked(CheckNames.Proof, ProblemTypes.ProofVerification, $"It is a hosted assertion, and what stands at {_id} is not at hand.");
        // The address may say no more than that it was withdrawn; that is a matter of its status.
        var same = JsonNode.DeepEquals(hosted, assertion.Json) || Assertion.IsRevoked(hosted);
        return same ? CheckResult.Passed(CheckNames.Proof) : CheckResult.Failed(CheckNames.Proof, ProblemTypes.CryptographicSecurity, $"What stands at {_id} is not this text.");
    }

    public override CheckResult Issuer()
    {
        if (assertion.IssuerId is not { } issuerId)
            return CheckResult.NotChecked(CheckNames.Issuer, ProblemTypes.ProofVerification, "The badge class is not at hand, so its issuer is not known.");
        return IsAllowedToHost(issuerId) ? CheckResult.Passed(CheckNames.Issuer)
            : CheckResult.Failed(CheckNames.Issuer, ProblemTypes.CryptographicSecurity, $"It names {issuerId} as issuer, which does not stand at the same place as the assertion.");
    }

    public override CheckResult Status() => assertion.Load(_id) is not { } hosted
        ? CheckResult.NotChecked(CheckNames.Status, ProblemTypes.StatusRetrieval, $"Whether it was revoked stands at {_id}, which is not at hand.")
        : Assertion.IsRevoked(hosted) ? CheckResult.Failed(CheckNames.Status, ProblemTypes.StatusVerification, "It was revoked.") : CheckResult.Passed(CheckNames.Status);

    /// <summary>By default the same origin; else as the issuer's profile says (class VerificationObject: startsWith, allowedOrigins).</summary>
    private bool IsAllowedToHost(string issuerId)
    {
        if (!Uri.TryCreate(_id, UriKind.Absolute, out var id) || !Uri.TryCreate(issuerId, UriKind.Absolute, out var issuer))
            return false;
        var policy = assertion.Load(issuerId)?["verification"] as JsonObject;
        if (policy?.Items("startsWith").Select(start => start.AsText()).OfType<string>().ToList() is { Count: > 0 } starts)
            return starts.Exists(start => Uri.TryCreate(start, UriKind.Absolute, out var allowed) && allowed.Host == id.Host && id.AbsoluteUri.StartsWith(allowed.AbsoluteUri, StringComparison.Ordinal));
        if (policy?.Items("allowedOrigins").Select(origin => origin.AsText()).OfType<string>().ToList() is { Count: > 0 } origins)
            return origins.Contains(id.Host, StringComparer.OrdinalIgnoreCase) || origins.Contains(id.Authority, StringComparer.OrdinalIgnoreCase);
        return id.Scheme == issuer.Scheme && id.Authority == issuer.Authority;
    }
}
