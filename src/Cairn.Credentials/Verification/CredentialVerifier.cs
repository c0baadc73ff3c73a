using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.Json;

namespace Cairn.Credentials;

/// <summary>
/// Verifies credentials and presentations: an ordered list of checks, each a row of the report. Nothing is fetched but through
/// <see cref="VerificationOptions.Documents"/>. A bad credential is a report, never an exception.
/// </summary>
public static partial class CredentialVerifier
{
    private static readonly ProofIsValid Proof = new();

    /// <summary>The checks in their order. A failed structure or proof leaves nothing for the rest to mean.</summary>
    private static readonly Check[] InOrder =
    [
        new StructureIsSound(),
        new ContextIsKnown(),
        Proof,
        new IssuerControlsTheKey(),
        new IsWithinItsDates(),
        new IsNotRevoked(),
        new RelatedResourcesAreUnchanged(),
        new MatchesItsSchema(),
        new CredentialsInsideAreValid(),
        new IsAboutTheExpectedHolder(),
    ];

    private static readonly Check[] OfProofOnly = InOrder[..3];

    /// <summary>What a status list is verified by: it has no status of its own to look up.</summary>
    private static readonly Check[] OfLists = InOrder[..5];

    /// <summary>Verifies JSON in UTF-8, or a JSON Web Signature in compact form.</summary>
    /// <param name="utf8">The credential or presentation.</param>
    /// <param name="options">What is asked for; defaults when null.</param>
    /// <exception cref="CredentialException">It is neither JSON nor a JSON Web Signature. JSON that is refused (a doubled name, beyond the budget) is a report.</exception>
    public static VerificationReport Verify(ReadOnlySpan<byte> utf8, VerificationOptions? options = null)
    {
        options ??= VerificationOptions.Default;
        if (IsCompactJws(utf8))
            return VerifyEnveloped(Encoding.ASCII.GetString(utf8).Trim(), options, null);
        if (CredentialDocument.TryParse(utf8, out var document, out var problem, options.Budget))
            return Verify(document, options);
        return IsJson(utf8) ? Refused(problem.Problem, problem.Message, options) : throw problem;
    }

    internal static VerificationReport Verify(CredentialDocument document, VerificationOptions options, Verification? outer = null)
    {
        if (document.Json is not JsonObject json)
            return Refused(ProblemTypes.Parsing, "It is JSON, but no object.", options);
        if (Jose.EnvelopedCredential.IsOne(json))
            return VerifyEnveloped(Jose.EnvelopedCredential.TextOf(json) ?? "", options, outer);
        if (OpenBadges2.Assertion.IsOne(json))
            return OpenBadges2.AssertionVerifier.Verify(json, null, options);
        return Run(outer is null ? new Verification(document, json, options)
            : new Verification(document, json, options) { Allowance = outer.Allowance, Level = outer.Level + 1 });
    }

    /// <summary>All checks that were asked for.</summary>
    internal static VerificationReport Run(Verification verification) => Run(verification, verification.Options.ProofOnly ? OfProofOnly : InOrder);

    /// <summary>The checks of a status list.</summary>
    internal static VerificationReport RunFirst(Verification list) => Run(list, OfLists);

    /// <summary>A document that cannot be read, so that no check but the first means anything.</summary>
    internal static VerificationReport Refused(string problem, string reason, VerificationOptions options) =>
        Unread(new CheckResult("structure", CheckOutcome.Failed, reason, problem), options);

    /// <summary>A document of a kind that is not read here, so that nothing is known about it.</summary>
    internal static VerificationReport NotKnown(string problem, string reason, VerificationOptions options) =>
        Unread(new CheckResult("structure", CheckOutcome.NotChecked, reason, problem), options);

    private static VerificationReport Unread(CheckResult structure, VerificationOptions options)
    {
        var rows = new List<CheckResult> { structure };
        foreach (var check in (options.ProofOnly ? OfProofOnly : InOrder).Skip(1))
            AddNotLookedAt(rows, check, structure, options);
        return new VerificationReport(rows, []) { Sentence = VerdictSentence.OfUnreadable(structure.Reason!) };
    }

    private static VerificationReport Run(Verification verification, Check[] checks)
    {
        var rows = new List<CheckResult>();
        CheckResult? fatal = null;
        foreach (var check in checks)
        {
            if (fatal is not null)
            {
                AddNotLookedAt(rows, check, fatal, verification.Options, check is IsNotRevoked ? IsNotRevoked.Entries(verification) : 0);
                continue;
            }

            rows.AddRange(check == Proof ? Proofs(verification) : check.Run(verification));
            fatal = rows.Find(row => row is { Outcome: CheckOutcome.Failed, Check: "structure" or "proof" });
        }

        return new VerificationReport(rows, verification.Nested)
        {
            Sentence = VerdictSentence.Of(rows, verification),
            IssuerKnown = KnownBy(rows, verification.IsPresentation ? null : verification.Json.IdOf("issuer")),
        };
    }

    /// <summary>A domain speaks for an issuer that is named by it, when the proof is good and the key is the issuer's.</summary>
    internal static IssuerKnown KnownBy(List<CheckResult> rows, string? issuer) =>
        rows.Count(row => row is { Check: "proof" or "issuer", Outcome: CheckOutcome.Passed }) == 2
        && issuer is not null && (issuer.StartsWith(DidWeb.Prefix, StringComparison.Ordinal) || issuer.StartsWith("https://", StringComparison.Ordinal)) ? IssuerKnown.Domain : IssuerKnown.Unknown;

    /// <summary>The envelope and the proofs in the document, whichever there are: all must be good.</summary>
    private static IEnumerable<CheckResult> Proofs(Verification verification)
    {
        if (!verification.IsSigned)
            return [new CheckResult("proof", CheckOutcome.NotApplicable, "The presentation is not signed; it is as good as its credentials.")];
        var rows = (verification.EnvelopeProof?.Run(verification) ?? []).Concat(verification.Json.ContainsKey("proof") ? Proof.Run(verification) : []).ToList();
        return [rows.Find(row => row.Outcome == CheckOutcome.Failed) ?? rows.Find(row => row.Outcome == CheckOutcome.NotChecked) ?? rows[0]];
    }

    /// <param name="entries">How many rows the check would have had, each with its place; 0 is one without.</param>
    private static void AddNotLookedAt(List<CheckResult> rows, Check check, CheckResult fatal, VerificationOptions options, int entries = 0)
    {
        if (check is IsAboutTheExpectedHolder && options.ExpectedHolder is null)
            return;
        var row = new CheckResult(check.Name, CheckOutcome.NotChecked, $"Not looked at, because the check {fatal.Check} {(fatal.Outcome == CheckOutcome.Failed ? "failed" : "could not be made")}.", fatal.Problem) { Counts = false };
        rows.AddRange(entries == 0 ? [row] : Enumerable.Range(0, entries).Select(of => row with { Of = of }));
    }

    private static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            return false;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
