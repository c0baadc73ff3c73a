using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Checks;

namespace Cairn.Credentials;

/// <summary>
/// Verifies credentials and presentations: an ordered list of checks, each a row of the report. Nothing is fetched but through
/// <see cref="VerificationOptions.Documents"/>. A bad credential is a report, never an exception.
/// </summary>
public static partial class CredentialVerifier
{
    /// <summary>The checks in their order; a failure of one of the first, or of the proof, leaves nothing for the rest to mean.</summary>
    private static readonly Check[] InOrder =
    [
        new StructureIsSound(),
        new ContextIsKnown(),
        new ProofIsValid(),
        new IssuerControlsTheKey(),
        new IsWithinItsDates(),
    ];

    /// <summary>Verifies JSON in UTF-8, or a JSON Web Signature in compact form.</summary>
    /// <param name="utf8">The credential or presentation.</param>
    /// <param name="options">What is asked for; defaults when null.</param>
    /// <exception cref="CredentialException">It is neither JSON nor a JSON Web Signature, or beyond the budget.</exception>
    public static VerificationReport Verify(ReadOnlySpan<byte> utf8, VerificationOptions? options = null)
    {
        options ??= VerificationOptions.Default;
        if (IsCompactJws(utf8))
            return VerifyEnveloped(System.Text.Encoding.ASCII.GetString(utf8).Trim(), options, null);
        return Verify(CredentialDocument.Parse(utf8, options.Budget), options);
    }

    internal static VerificationReport Verify(CredentialDocument document, VerificationOptions options)
    {
        if (document.Json is not JsonObject json)
            return Refused(ProblemTypes.Parsing, "It is JSON, but no object.", options);
        return OpenBadges2.Assertion.IsOne(json) ? new OpenBadges2.AssertionVerifier(new OpenBadges2.Assertion(json, options.Documents), null, options).Verify()
            : Run(new Verification(document, json, options));
    }

    internal static VerificationReport Run(Verification verification)
    {
        var rows = new List<CheckResult>();
        foreach (var check in verification.Options.ProofOnly ? InOrder.Take(3) : InOrder)
        {
            if (rows.FirstOrDefault(row => row is { Outcome: CheckOutcome.Failed, Check: "structure" or "proof" }) is { } fatal)
            {
                rows.Add(new CheckResult(check.Name, CheckOutcome.NotChecked, $"Not looked at, because the check {fatal.Check} failed.") { Counts = false });
                continue;
            }

            rows.AddRange(check.Run(verification));
        }

        return new VerificationReport(rows, verification.Nested);
    }

    internal static VerificationReport Refused(string problem, string reason, VerificationOptions options) =>
        new([new CheckResult("structure", CheckOutcome.Failed, reason, problem), .. (options.ProofOnly ? InOrder.Take(3) : InOrder).Skip(1)
            .Select(check => new CheckResult(check.Name, CheckOutcome.NotChecked, "Not looked at, because the check structure failed.") { Counts = false })], []);
}
