using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>The document has the shape of a credential or presentation.</summary>
internal sealed class StructureIsSound() : Check("structure")
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        if (!verification.IsPresentation && !verification.Json.Names("type", "VerifiableCredential"))
            yield return Failed(ProblemTypes.MalformedValue, "Its type is neither VerifiableCredential nor VerifiablePresentation.");
        else if (verification.EnvelopeProof is null && verification.Json["proof"] is not (JsonObject or JsonArray))
            yield return Failed(ProblemTypes.MalformedValue, "It has no proof.");
        else
            yield return Passed();
    }
}
