using System.Text.Json.Nodes;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>
/// The credentials inside are valid too: those of a presentation, of a CLR, and endorsements (Open Badges 3.0 and CLR 2.0, members
/// <c>verifiableCredential</c>, <c>endorsement</c>, <c>endorsementJwt</c>). Inside a credential one without a proof of its own is covered by the outer.
/// </summary>
internal sealed class CredentialsInsideAreValid() : Check(CheckNames.Nested)
{
    /// <summary>Levels of credentials inside each other.</summary>
    private const int MaxLevels = 4;

    /// <summary>Names may be as long as the document: the report must not repeat such a name for each credential.</summary>
    private const int LongestPointer = 2_000;

    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var covered = 0;
        var options = verification.ForOthers(verification.IsPresentation ? verification.Options.ExpectedHolder : null);
        foreach (var node in Inside(verification.Json, verification.IsPresentation, () => covered++))
        {
            if (verification.Level == MaxLevels || !verification.Allowance.TakeNested() || JsonPointer.To(node) is not { Length: <= LongestPointer } pointer)
                return [NotChecked(ProblemTypes.Parsing, $"There are more credentials inside each other than are looked at: {MaxLevels} levels and {verification.Options.Budget.MaxNested} in all.")];
            verification.Nested.Add(new NestedReport(pointer, CredentialVerifier.Verify(CredentialDocument.Of(node), options, verification)));
        }

        return [Row(verification.Nested, covered)];
    }

    private CheckResult Row(List<NestedReport> nested, int covered) =>
        nested.Find(inside => inside.Report.Verdict == Verdict.Invalid) is { } wrong
            ? Failed(wrong.Report.Decisive!.Problem ?? ProblemTypes.CryptographicSecurity, $"The credential at {wrong.Pointer} is invalid: {wrong.Report.Decisive.Reason}")
        : nested.Find(inside => inside.Report.Verdict == Verdict.Unknown) is { } unknown
            ? NotChecked(unknown.Report.Decisive!.Problem ?? ProblemTypes.CryptographicSecurity, $"The credential at {unknown.Pointer} could not be checked: {unknown.Report.Decisive.Reason}")
        : nested.Count > 0 ? Passed()
        : NotApplicable(covered == 0 ? "There are no credentials inside." : "The credentials inside have no proof of their own; the outer proof covers them.");

    /// <summary>The credentials to verify, outermost first: what is inside one of them is its own business.</summary>
    private static List<JsonNode> Inside(JsonObject document, bool isPresentation, Action isCovered)
    {
        var found = new List<JsonNode>();
        foreach (var (name, value) in document)
        {
            if (name is not ("proof" or "@context"))
                Walk(name, value, isPresentation && name == "verifiableCredential");
        }

        return found;

        void Walk(string member, JsonNode? node, bool needsProof)
        {
            switch (node)
            {
                case JsonArray array:
                    foreach (var item in array)
                        Walk(member, item, needsProof);
                    return;
                case JsonValue when member == "endorsementJwt" && node.AsText() is not null:
                    found.Add(node);
                    return;
                case JsonObject json:
                    // Both spellings mean the same, and one that is not looked for would hide what is inside.
                    var isCredential = json.Names("type", "VerifiableCredential") || json.Names("@type", "VerifiableCredential");
                    if (needsProof || EnvelopedCredential.IsOne(json) || (isCredential && json.ContainsKey("proof")))
                    {
                        found.Add(node);
                        return;
                    }

                    if (isCredential)
                        isCovered();
                    foreach (var (name, value) in json)
                        Walk(name, value, needsProof: false);
                    return;
                default:
                    return;
            }
        }
    }
}
