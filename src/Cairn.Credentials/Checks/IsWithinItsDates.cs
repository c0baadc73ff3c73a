using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>The moment asked about is not before the credential's first and not after its last.</summary>
internal sealed class IsWithinItsDates() : Check("validityPeriod")
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        if (XsdDateTime.TryRead(verification.Json.Text("validFrom"), out var from) && verification.At < from)
            yield return Failed(ProblemTypes.Range, $"It is valid only from {XsdDateTime.Write(from)}.");
        else if (XsdDateTime.TryRead(verification.Json.Text("validUntil"), out var until) && verification.At > until)
            yield return Failed(ProblemTypes.Range, $"It expired on {XsdDateTime.Write(until)}.");
        else
            yield return Passed();
    }
}
