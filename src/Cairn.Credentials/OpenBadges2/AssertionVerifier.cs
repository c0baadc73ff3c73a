using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;
using Cairn.JsonLd;
using static Cairn.Credentials.OpenBadges2.AssertionDesign;

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
        return new VerificationReport(rows, []) { Sentence = verifier.Sentence(rows), IssuerKnown = CredentialVerifier.KnownBy(rows, verifier.Issuer) };
    }

    private string? Issuer => assertion.IssuerId;

    private List<CheckResult> Rows()
    {
        var structure = Structure();
        List<CheckResult> first = [structure, Context()];
        CheckResult[] rest = structure.Outcome == CheckOutcome.Failed ? [] : [_design.Proof()];
        if (rest is [{ Outcome: not CheckOutcome.Failed }] && !options.ProofOnly)
            rest = [.. rest, _design.Issuer(), Validity(), Status(), .. NotApplicable(), .. Holder()];
        first.AddRange(rest);
        var fatal = first.Find(row => row is { Outcome: CheckOutcome.Failed, Check: "structure" or "proof" });
        foreach (var name in new[] { "proof", "issuer", "validityPeriod", "status", "relatedResource", "schema", "nested", "holder" })
        {
            if (!first.Exists(row => row.Check == name) && (!options.ProofOnly || name == "proof") && (options.ExpectedHolder is not null || name != "holder"))
                first.Add(new CheckResult(name, CheckOutcome.NotChecked, $"Not looked at, because the check {fatal!.Check} failed.", fatal.Problem) { Counts = false });
        }

        return first;
    }

    /// <summary>The verdict in a sentence, with names and dates only when the proof is good and the issuer's.</summary>
    private string Sentence(List<CheckResult> rows)
    {
        var failed = rows.Find(row => row.Outcome == CheckOutcome.Failed);
        var open = rows.Find(row => row is { Outcome: CheckOutcome.NotChecked, Counts: true });
        if (failed is { Check: "structure" or "context" or "proof" or "issuer" })
            return $"Not signed by who it says. {failed.Reason}";
        var isProved = rows.Exists(row => row is { Check: "proof", Outcome: CheckOutcome.Passed }) && rows.Exists(row => row is { Check: "issuer", Outcome: CheckOutcome.Passed });
        if (!isProved)
            return failed is null ? $"Could not be checked. {open?.Reason}" : $"Not valid. {failed.Reason}";
        var by = $"{(envelope is null ? "Vouched for" : "Signed")} by {assertion.IssuerId}";
        return failed is { Check: "status" } ? $"{by}, and revoked since."
            : failed is not null ? $"{by}. {failed.Reason}"
            : open is not null ? $"{by}, but one thing could not be checked. {open.Reason}"
            : $"{by}, and nothing speaks against it.";
    }

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
        return problem is null ? Passed("structure") : Failed("structure", ProblemTypes.MalformedValue, problem);
    }

    private CheckResult Context() => assertion.Json.Items("@context").ToList() is { Count: > 0 } contexts
        && contexts.TrueForAll(context => context.AsText() is { } url && (url == Assertion.Context || EmbeddedContexts.Loader.Load(url) is not null))
        ? Passed("context") : NotChecked("context", $"Its contexts are not all known here; expected {Assertion.Context}.");

    private CheckResult Validity()
    {
        XsdDateTime.TryRead(assertion.Json.Text("issuedOn"), out var issued);
        if (_at < issued)
            return Failed("validityPeriod", ProblemTypes.Range, $"It is valid only from {XsdDateTime.Write(issued)}.");
        return XsdDateTime.TryRead(assertion.Json.Text("expires"), out var expires) && _at > expires
            ? Failed("validityPeriod", ProblemTypes.Range, $"It expired on {XsdDateTime.Write(expires)}.") : Passed("validityPeriod");
    }

    private CheckResult Status() => Assertion.IsRevoked(assertion.Json) ? Failed("status", ProblemTypes.StatusVerification, "It was revoked.") : _design.Status();

    private IEnumerable<CheckResult> Holder()
    {
        if (options.ExpectedHolder?.Trim() is not { } expected)
            return [];
        return [IsAboutTheExpectedHolder.Compare(ToOpenBadges3.Subject((JsonObject)assertion.Json["recipient"]!), expected) switch
        {
            true => Passed("holder"),
            false => Failed("holder", ProblemTypes.Range, $"It is not about {expected}."),
            null => NotChecked("holder", $"It says nothing that {expected} can be compared with.", ProblemTypes.Range),
        }];
    }

    private static IEnumerable<CheckResult> NotApplicable() =>
    [
        new("relatedResource", CheckOutcome.NotApplicable, "Open Badges 2.0 has no related resources with digests."),
        new("schema", CheckOutcome.NotApplicable, "It names no schema."),
        new("nested", CheckOutcome.NotApplicable, "No credential is inside."),
    ];
}
