using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials;

/// <summary>What a verification comes to.</summary>
public enum Verdict
{
    /// <summary>Nothing failed and nothing that matters was left unchecked.</summary>
    Valid,

    /// <summary>A check failed.</summary>
    Invalid,

    /// <summary>Nothing failed, but something that matters could not be checked.</summary>
    Unknown,
}

/// <summary>How a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>It was checked and is so.</summary>
    Passed,

    /// <summary>It was checked and is not so.</summary>
    Failed,

    /// <summary>It could not be checked: nothing is known.</summary>
    NotChecked,

    /// <summary>There is nothing to check.</summary>
    NotApplicable,
}

/// <summary>One row of a report.</summary>
/// <param name="Check">Its name: <c>structure</c>, <c>context</c>, <c>proof</c>, <c>issuer</c>, <c>validityPeriod</c>, <c>status</c>, <c>relatedResource</c>, <c>schema</c>, <c>nested</c> or <c>holder</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">One English sentence; null only when it passed.</param>
/// <param name="Problem">One of <see cref="ProblemTypes"/> when it failed or could not be checked; else null.</param>
public sealed record CheckResult(string Check, CheckOutcome Outcome, string? Reason = null, string? Problem = null)
{
    private const int LongestReason = 1_000;

    /// <summary>One English sentence, cut off where a document's own words would make it endless; null only when it passed.</summary>
    public string? Reason { get; init; } = Reason is null ? null : JsonReading.Cut(Reason, LongestReason);

    /// <summary>Which entry of <c>credentialStatus</c> it is about, from 0; null for all other checks.</summary>
    public int? Of { get; init; }

    /// <summary>Whether the verdict depends on it. A row that was left out because a check before it failed does not count.</summary>
    public bool Counts { get; init; } = true;

    internal static CheckResult Passed(string check) => new(check, CheckOutcome.Passed);

    internal static CheckResult Failed(string check, string problem, string reason) => new(check, CheckOutcome.Failed, reason, problem);

    internal static CheckResult NotChecked(string check, string problem, string reason) => new(check, CheckOutcome.NotChecked, reason, problem);

    internal static CheckResult NotApplicable(string check, string reason) => new(check, CheckOutcome.NotApplicable, reason);

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["check"] = Check, ["outcome"] = Name(Outcome) };
        if (Reason is not null)
            json["reason"] = Reason;
        if (Problem is not null)
            json["problem"] = Problem;
        if (Of is { } of)
            json["of"] = of;
        return json;
    }

    private static string Name(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "passed",
        CheckOutcome.Failed => "failed",
        CheckOutcome.NotChecked => "notChecked",
        _ => "notApplicable",
    };
}

/// <summary>The report on a credential inside another, or inside a presentation.</summary>
/// <param name="Pointer">Where it stands (RFC 6901).</param>
/// <param name="Report">What was found.</param>
public sealed record NestedReport(string Pointer, VerificationReport Report);

/// <summary>
/// What was found about a credential or presentation: the same for the command line, pages, API and a signed report. It holds nothing of the document,
/// so that nothing unproved can be shown as a fact from it.
/// </summary>
/// <param name="Checks">Each check once, in the order they are made; <c>status</c> once for each entry.</param>
/// <param name="Nested">The credentials inside.</param>
public sealed record VerificationReport(IReadOnlyList<CheckResult> Checks, IReadOnlyList<NestedReport> Nested)
{
    /// <summary>The verdict as one sentence for people. Issuer and date stand in it only when they are proved.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>What more than a key speaks for the issuer. It leaves the verdict alone.</summary>
    public IssuerKnown IssuerKnown { get; init; }

    /// <summary>When it was signed, as the proof says; null when the proof says none, or is not good, or the key is not the issuer's.</summary>
    public DateTimeOffset? SignedOn { get; init; }

    /// <summary>What it comes to.</summary>
    public Verdict Verdict => Checks.Any(check => check.Outcome == CheckOutcome.Failed) ? Verdict.Invalid
        : Checks.Any(check => check is { Outcome: CheckOutcome.NotChecked, Counts: true }) ? Verdict.Unknown
        : Verdict.Valid;

    /// <summary>The check that the verdict comes from: the first that failed, else the first that could not be made; null when valid.</summary>
    public CheckResult? Decisive => Checks.FirstOrDefault(check => check.Outcome == CheckOutcome.Failed)
        ?? Checks.FirstOrDefault(check => check is { Outcome: CheckOutcome.NotChecked, Counts: true });

    /// <summary>The machine form: <c>verdict</c>, <c>checks</c>, <c>nested</c>, <c>issuerKnown</c>; of what is nested <c>pointer</c>, <c>verdict</c> and <c>checks</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["verdict"] = NameOf(Verdict),
        ["checks"] = new JsonArray([.. Checks.Select(check => check.ToJson())]),
        ["nested"] = new JsonArray([.. Nested.Select(nested =>
        {
            var json = new JsonObject { ["pointer"] = nested.Pointer };
            foreach (var (name, value) in nested.Report.ToJson())
            {
                // Only what has credentials inside again has a list of them.
                if (name is "verdict" or "checks" || (name == "nested" && nested.Report.Nested.Count > 0))
                    json[name] = value?.DeepClone();
            }

            return (JsonNode)json;
        })]),
        ["issuerKnown"] = NameOf(IssuerKnown),
    };

    private static string NameOf(IssuerKnown known) => known switch { IssuerKnown.Domain => "domain", IssuerKnown.Register => "register", IssuerKnown.List => "list", _ => "unknown" };

    /// <summary>The verdict in the machine form: <c>valid</c>, <c>invalid</c> or <c>unknown</c>.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string NameOf(Verdict verdict) => verdict switch { Verdict.Valid => "valid", Verdict.Invalid => "invalid", _ => "unknown" };
}
