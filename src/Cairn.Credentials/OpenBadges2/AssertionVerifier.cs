using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Conversion;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;
using Cairn.JsonLd;

namespace Cairn.Credentials.OpenBadges2;

/// <summary>
/// Verifies an assertion of Open Badges 2.0 as far as that design allows (section "Verification"): a hosted one is what stands at its own address, a
/// signed one is a JWS by a key that the issuer's profile lists. The rows are those of every other report. Whatever is not at hand is not checked:
/// this design rests on what is on the web, and nothing is fetched here.
/// </summary>
internal sealed class AssertionVerifier(Assertion assertion, JwsEnvelope? envelope, VerificationOptions options)
{
    private readonly AssertionDesign _design = envelope is null ? new HostedAssertion(assertion) : new SignedAssertion(assertion, envelope.Jws);
    private readonly DateTimeOffset _at = options.At ?? options.Time.GetUtcNow();

    /// <summary>The report on an assertion.</summary>
    /// <param name="json">The assertion.</param>
    /// <param name="envelope">The JWS it came in; null for a hosted one.</param>
    /// <param name="options">What is asked for.</param>
    public static VerificationReport Verify(JsonObject json, JwsEnvelope? envelope, VerificationOptions options)
    {
        var verifier = new AssertionVerifier(new Assertion(json, options.Documents), envelope, options);
        var rows = verifier.Rows();
        return new VerificationReport(rows, []) { Sentence = verifier.Sentence(rows), IssuerKnown = CheckList.KnownBy(rows, verifier.Issuer) };
    }

    private string? Issuer => assertion.IssuerId;

    private List<CheckResult> Rows()
    {
        List<CheckResult> rows = [Structure(), Context()];
        if (rows[0].Outcome != CheckOutcome.Failed)
            rows.Add(_design.Proof());
        if (rows[^1] is { Check: CheckNames.Proof, Outcome: not CheckOutcome.Failed } && !options.ProofOnly)
            rows.AddRange([_design.Issuer(), Validity(), Status(), .. NotApplicable(), .. Holder()]);
        CheckList.AddWhatWasNotLookedAt(rows, rows[0].Outcome == CheckOutcome.Failed ? rows[0] : rows[2], options);
        return rows;
    }

    /// <summary>Nothing says when an assertion was signed, only when it was issued.</summary>
    private string Sentence(List<CheckResult> rows) => VerdictSentence.Of(
        rows, options, () => $"{(envelope is null ? "Vouched for" : "Signed")} by {VerdictSentence.Shown(assertion.IssuerId!)}", XsdDateTime.TryRead(assertion.Json.Text("expires"), out var end) && _at > end ? end : null, hasInside: false);

    private CheckResult Structure()
    {
        var json = assertion.Json;
        string? problem = json.Text("id") is null ? "The assertion has no id."
            : (json["recipient"] as JsonObject)?.Text("identity") is null ? "The assertion has no recipient with an identity."
            : json.IdOf("badge") is null ? "The assertion has no badge with an id."
            : !XsdDateTime.TryRead(json.Text("issuedOn"), out _) ? "The assertion has no issuedOn that is a date with an offset."
            : json.ContainsKey("expires") && !XsdDateTime.TryRead(json.Text("expires"), out _) ? "The assertion's expires is no date with an offset."
            : envelope is null && !assertion.IsHosted ? "The assertion is not hosted, and not signed either."
            : envelope is not null && !assertion.IsSigned ? "The assertion is signed, but does not say so in verification."
            : null;
        return problem is null ? CheckResult.Passed(CheckNames.Structure) : CheckResult.Failed(CheckNames.Structure, ProblemTypes.MalformedValue, problem);
    }

    private CheckResult Context() => assertion.Json.Items("@context").ToList() is { Count: > 0 } contexts
        && contexts.TrueForAll(context => context.AsText() is { } url && (url == Assertion.Context || EmbeddedContexts.Loader.Load(url) is not null))
        ? CheckResult.Passed(CheckNames.Context) : CheckResult.NotChecked(CheckNames.Context, ProblemTypes.ProofVerification, $"Its contexts are not all known here; expected {Assertion.Context}.");

    private CheckResult Validity()
    {
        XsdDateTime.TryRead(assertion.Json.Text("issuedOn"), out var issued);
        if (_at < issued)
            return CheckResult.Failed(CheckNames.ValidityPeriod, ProblemTypes.Range, $"It is valid only from {XsdDateTime.Write(issued)}.");
        return XsdDateTime.TryRead(assertion.Json.Text("expires"), out var expires) && _at > expires
            ? CheckResult.Failed(CheckNames.ValidityPeriod, ProblemTypes.Range, $"It expired on {XsdDateTime.Write(expires)}.") : CheckResult.Passed(CheckNames.ValidityPeriod);
    }

    private CheckResult Status() => Assertion.IsRevoked(assertion.Json) ? CheckResult.Failed(CheckNames.Status, ProblemTypes.StatusVerification, "It was revoked.") : _design.Status();

    private IEnumerable<CheckResult> Holder()
    {
        if (options.ExpectedHolder?.Trim() is not { } expected)
            return [];
        return [IsAboutTheExpectedHolder.Compare(ToOpenBadges3.Subject((JsonObject)assertion.Json["recipient"]!), expected) switch
        {
            true => CheckResult.Passed(CheckNames.Holder),
            false => CheckResult.Failed(CheckNames.Holder, ProblemTypes.Range, $"It is not about {expected}."),
            null => CheckResult.NotChecked(CheckNames.Holder, ProblemTypes.Range, $"It says nothing that {expected} can be compared with."),
        }];
    }

    private static IEnumerable<CheckResult> NotApplicable() =>
    [
        CheckResult.NotApplicable(CheckNames.RelatedResource, "Open Badges 2.0 has no related resources with digests."),
        CheckResult.NotApplicable(CheckNames.Schema, "It names no schema."),
        CheckResult.NotApplicable(CheckNames.Nested, "No credential is inside."),
    ];
}
