using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>Every context is known here, so that every word of the document means what its issuer signed.</summary>
internal sealed class ContextIsKnown() : Check("context")
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        foreach (var context in verification.Json.Items("@context"))
        {
            if (context.AsText() is { } url && verification.Contexts.Load(url) is null)
            {
                verification.ContextsAreAtHand = false;
                yield return NotChecked(ProblemTypes.ProofTransformation, $"The context {url} is not at hand, so what its terms mean is not known.");
                yield break;
            }
        }

        yield return Passed();
    }
}
