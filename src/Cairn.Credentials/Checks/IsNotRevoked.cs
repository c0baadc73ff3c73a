using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Status;

namespace Cairn.Credentials.Checks;

/// <summary>The issuer has neither taken the credential back nor suspended it; one row for each entry of <c>credentialStatus</c>.</summary>
internal sealed class IsNotRevoked() : Check(CheckNames.Status)
{
    /// <summary>How the reason of a suspended credential begins; the issuer's own words come after it.</summary>
    public const string Suspended = "Its issuer has suspended it.";

    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var most = verification.Options.Budget.MaxStatusEntries;
        if (verification.Json.Items("credentialStatus").Count() > most)
            return [NotChecked(ProblemTypes.StatusVerification, $"It has more than {most} status entries, the limit {nameof(CredentialBudget.MaxStatusEntries)}.")];
        var rows = verification.Json.Items("credentialStatus").Select((item, i) => Look((JsonObject)item!, verification) with { Of = i }).ToList();
        return rows.Count > 0 ? rows : [NotApplicable("It has no status, so its issuer cannot take it back.")];
    }

    /// <summary>How many rows there are, one for each entry; 0 when there is one for all of them.</summary>
    public static int Entries(Verification verification)
    {
        var entries = verification.Json.Items("credentialStatus").Count();
        return entries > verification.Options.Budget.MaxStatusEntries ? 0 : entries;
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
        if (entry is not null)
            return Row(entry.Purpose, BitstringStatus.Find(entry, verification), entry);
        wrong = $"The status entry is malformed. {wrong}";
        return OnlyInforms(status.Text("statusPurpose")) ? NotChecked(ProblemTypes.MalformedValue, wrong) with { Counts = false } : Failed(ProblemTypes.MalformedValue, wrong);
    }

    /// <summary>These two never change the verdict.</summary>
    private static bool OnlyInforms(string? purpose) => purpose is "refresh" or "message";

    private CheckResult Row(string purpose, StatusFound found, StatusEntry? entry)
    {
        var message = entry?.Messages.GetValueOrDefault(found.Value) is { Length: > 0 } words ? $" The issuer's words: “{words}”." : "";
        return (purpose, found) switch
        {
            (_, { Why: { } why, Problem: var problem }) => NotChecked(problem!, why) with { Counts = !OnlyInforms(purpose) },
            (_, { Value: 0 }) => Passed(),
            ("revocation", _) => Failed(ProblemTypes.StatusVerification, "Its issuer has revoked it." + message),
            ("suspension", _) => Failed(ProblemTypes.StatusVerification, Suspended + message),
            ("refresh", _) => NotApplicable("Its issuer says that a newer version is available." + message),
            ("message", _) => NotApplicable("Its issuer has left a message." + message),
            _ => NotChecked(ProblemTypes.StatusVerification, $"Its issuer has marked it for the purpose “{purpose}”, which is not known here." + message),
        };
    }
}
