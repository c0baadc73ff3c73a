using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Checks;

namespace Cairn.Credentials;

/// <summary>
/// Verifies credentials and presentations: an ordered list of checks, each a row of the report. Nothing is fetched but through
/// <see cref="VerificationOptions.Documents"/>. A bad credential is a report, never an exception.
/// </summary>
public static class CredentialVerifier
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

    /// <summary>Verifies JSON in UTF-8.</summary>
    /// <param name="utf8">The credential or presentation.</param>
    /// <param name="options">What is asked for; defaults when null.</param>
    /// <exception cref="CredentialException">It is no JSON, or beyond the budget.</exception>
    public static VerificationReport Verify(ReadOnlySpan<byte> utf8, VerificationOptions? options = null)
    {
        options ??= VerificationOptions.Default;
        return Verify(CredentialDocument.Parse(utf8, options.Budget), options);
    }

    internal static VerificationReport Verify(CredentialDocument document, VerificationOptions options)
    {
        if (document.Json is not JsonObject json)
            return new VerificationReport([new CheckResult("structure", CheckOutcome.Failed, "It is JSON, but no object.", ProblemTypes.Parsing)], []);
        var verification = new Verification(document, json, options);
        var rows = new List<CheckResult>();
        foreach (var check in options.ProofOnly ? InOrder.Take(3) : InOrder)
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
}
