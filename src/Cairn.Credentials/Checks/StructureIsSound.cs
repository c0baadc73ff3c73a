using Cairn.Credentials.DataModel;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>The document has the shape of a credential or presentation, with a proof where there must be one, and nothing that JSON-LD would drop in silence.</summary>
internal sealed class StructureIsSound() : Check(CheckNames.Structure)
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var json = verification.Json;
        if (verification.Proofs.Problem is { } wrong)
        {
            yield return Failed(ProblemTypes.ProofVerification, wrong);
            yield break;
        }

        var flaw = verification.Options.ProofOnly ? NothingIsDropped.FirstProblem(json) : CredentialShape.FirstProblem(json, verification.Document.NothingIsDropped);
        if (flaw is not null)
            yield return Failed(flaw.Problem, $"At {flaw.Pointer}: {flaw.Found}");
        else if (verification.IsPresentation && json.Names("type", "VerifiableCredential"))
            yield return Failed(ProblemTypes.MalformedValue, "At /type: It says it is a credential and a presentation at once.");
        else if (!verification.IsSigned && !verification.IsPresentation)
            yield return Failed(ProblemTypes.ProofVerification, "It has no proof.");
        else
            yield return Passed();
    }
}
