using Cairn.Credentials.Controllers;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>The checks in the order of a report, and how one that cannot mean anything any more is told.</summary>
internal static class CheckList
{
    private static readonly Check[] All =
    [
        new StructureIsSound(),
        new ContextIsKnown(),
        new ProofIsValid(),
        new IssuerControlsTheKey(),
        new IsWithinItsDates(),
        new IsNotRevoked(),
        new RelatedResourcesAreUnchanged(),
        new MatchesItsSchema(),
        new CredentialsInsideAreValid(),
        new IsAboutTheExpectedHolder(),
    ];

    private static readonly Check[] OfProofOnly = All[..3];

    /// <summary>What a status list is verified by: it has no status of its own to look up.</summary>
    private static readonly Check[] OfStatusLists = All[..5];

    /// <summary>Makes the checks that were asked for.</summary>
    public static VerificationReport Run(Verification verification) => Run(verification, AskedFor(verification.Options));

    /// <summary>Makes the checks of a status list.</summary>
    public static VerificationReport RunForStatusList(Verification list) => Run(list, OfStatusLists);

    /// <summary>The report on a document that cannot be read: it fails <c>structure</c>.</summary>
    public static VerificationReport Refused(string problem, string reason, VerificationOptions options) =>
        Unread(new CheckResult(CheckNames.Structure, CheckOutcome.Failed, reason, problem), options);

    /// <summary>The report on a document of a kind that is not read here, so that nothing is known about it.</summary>
    public static VerificationReport NotKnown(string problem, string reason, VerificationOptions options) =>
        Unread(new CheckResult(CheckNames.Structure, CheckOutcome.NotChecked, reason, problem), options);

    /// <summary>Adds a row for every check that has none, because the one that decided left nothing for it to mean.</summary>
    /// <param name="rows">The rows so far.</param>
    /// <param name="decisive">The row that decided.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="statusEntries">How many rows <c>status</c> would have had, each with its place; 0 is one without.</param>
    public static void AddWhatWasNotLookedAt(List<CheckResult> rows, CheckResult decisive, VerificationOptions options, int statusEntries = 0)
    {
        var how = decisive.Outcome == CheckOutcome.Failed ? "failed" : "could not be made";
        foreach (var check in AskedFor(options))
        {
            if (rows.Exists(row => row.Check == check.Name) || (check is IsAboutTheExpectedHolder && options.ExpectedHolder is null))
                continue;
            var row = new CheckResult(check.Name, CheckOutcome.NotChecked, $"Not looked at, because the check {decisive.Check} {how}.", decisive.Problem) { Counts = false };
            rows.AddRange(check is IsNotRevoked && statusEntries > 0 ? Enumerable.Range(0, statusEntries).Select(of => row with { Of = of }) : [row]);
        }
    }

    private static Check[] AskedFor(VerificationOptions options) => options.ProofOnly ? OfProofOnly : All;

    private static VerificationReport Unread(CheckResult structure, VerificationOptions options)
    {
        var rows = new List<CheckResult> { structure };
        AddWhatWasNotLookedAt(rows, structure, options);
        return new VerificationReport(rows, []) { Sentence = VerdictSentence.OfUnreadable(structure.Reason!) };
    }

    private static VerificationReport Run(Verification verification, Check[] checks)
    {
        var rows = new List<CheckResult>();
        foreach (var check in checks)
        {
            rows.AddRange(check.Run(verification));
            if (rows[^1] is not { Outcome: CheckOutcome.Failed, Check: CheckNames.Structure or CheckNames.Proof } fatal)
                continue;
            AddWhatWasNotLookedAt(rows, fatal, verification.Options, IsNotRevoked.Entries(verification));
            break;
        }

        return new VerificationReport(rows, verification.Nested)
        {
            Sentence = VerdictSentence.Of(rows, verification),
            IssuerKnown = KnownBy(rows, verification.IsPresentation ? null : verification.Json.IdOf("issuer")),
            SignedOn = IsProved(rows) ? VerdictSentence.SignedOn(verification) : null,
        };
    }

    /// <summary>Whether the proof is good and the key is the issuer's: only then does a report name issuer or date.</summary>
    public static bool IsProved(IReadOnlyList<CheckResult> rows) => rows.Count(row => row is { Check: CheckNames.Proof or CheckNames.Issuer, Outcome: CheckOutcome.Passed }) == 2;

    /// <summary>A domain speaks for an issuer that is named by it, when the proof is good and the key is the issuer's.</summary>
    public static IssuerKnown KnownBy(IReadOnlyList<CheckResult> rows, string? issuer) =>
        IsProved(rows) && issuer is not null && (issuer.StartsWith(DidWeb.Prefix, StringComparison.Ordinal) || issuer.StartsWith("https://", StringComparison.Ordinal)) ? IssuerKnown.Domain : IssuerKnown.Unknown;
}
