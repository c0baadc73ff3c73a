using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Status;

namespace Cairn.Credentials.Checks;

/// <summary>The issuer has neither taken the credential back nor suspended it; one row for each entry of <c>credentialStatus</c>.</summary>
internal sealed class IsNotRevoked() : Check("status")
{
    /// <summary>How the reason of a suspended credential begins; the issuer's own words come after it.</summary>
    public const string Suspended = "Its issuer has suspended it.";

    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var most = verification.Options.Budget.MaxStatusEntries;
        if (verification.Json.Items("credentialStatus").Skip(most).Any())
            return [NotChecked(ProblemTypes.StatusVerification, $"It has more than {most} status entries, the limit {nameof(CredentialBudget.MaxStatusEntries)}.")];
        var rows = verification.Json.Items("credentialStatus").Select((item, i) => Look((JsonObject)item!, verification) with { Of = i }).ToList();
        return rows.Count > 0 ? rows : [NotApplicable("It has no status, so its issuer cannot take it back.")];
    }

    private CheckResult Look(JsonObject status, Verification verification)
    {
        if (status.Names("type", RevocationList.Type))
        {
            return status.Text("id") is { } url ? Row("revocation", RevocationList.Find(url, verification), null)
                : Failed(ProblemTypes.MalformedValue, "Its status names no list.");
        }

        if (!status.Names("type", "BitstringStatusListEntry"))
            return NotChecked(ProblemTypes.StatusVerification, $"A status of type {JsonReading.Excerpt(status["type"])} is not known here.");
        var (entry, wrong) = StatusEntry.Read(status);
        return entry is null ? Failed(ProblemTypes.MalformedValue, $"The status entry is malformed. {wrong}") : Row(entry.Purpose, BitstringStatus.Find(entry, verification), entry);
    }

    private CheckResult Row(string purpose, StatusFound found, StatusEntry? entry)
    {
        var message = entry?.Messages.GetValueOrDefault(found.Value) is { Length: > 0 } words ? $" The issuer's words: “{words}”." : "";
        return (purpose, found) switch
        {
            // These two inform, and never change the verdict.
            ("refresh" or "message", { Why: { } why, Problem: var problem }) => NotChecked(problem!, why) with { Counts = false },
            (_, { Why: { } why, Problem: var problem }) => NotChecked(problem!, why),
            (_, { Value: 0 }) => Passed(),
            ("revocation", _) => Failed(ProblemTypes.StatusVerification, "Its issuer has revoked it." + message),
            ("suspension", _) => Failed(ProblemTypes.StatusVerification, Suspended + message),
            ("refresh", _) => NotApplicable("Its issuer says that a newer version is available." + message),
            ("message", _) => NotApplicable("Its issuer has left a message." + message),
            _ => NotChecked(ProblemTypes.StatusVerification, $"Its issuer has marked it for the purpose “{purpose}”, which is not known here." + message),
        };
    }
}
