using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>The moment asked about is not before the credential's first and not after its last; at either it is valid.</summary>
internal sealed class IsWithinItsDates() : Check(CheckNames.ValidityPeriod)
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var first = verification.IsVersion1 && verification.Json.ContainsKey("issuanceDate") ? "issuanceDate" : "validFrom";
        var last = verification.IsVersion1 && verification.Json.ContainsKey("expirationDate") ? "expirationDate" : "validUntil";
        var begins = XsdDateTime.TryRead(verification.Json.Text(first), out var from);
        var ends = XsdDateTime.TryRead(verification.Json.Text(last), out var until);
        if (begins && verification.At < from)
            yield return Failed(ProblemTypes.Range, $"It is valid only from {XsdDateTime.Write(from)}.");
        else if (ends && verification.At > until)
            yield return Failed(ProblemTypes.Range, $"It expired on {XsdDateTime.Write(until)}.");
        else
            yield return begins || ends ? Passed() : NotApplicable("It has no dates.");
    }
}
