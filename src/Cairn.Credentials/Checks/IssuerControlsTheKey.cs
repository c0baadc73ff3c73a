using Cairn.Credentials.Controllers;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>
/// The issuer that the credential names (of a presentation the holder) controls every key it was signed with: both the document that lists the key and
/// the key's own controller are the issuer's.
/// </summary>
internal sealed class IssuerControlsTheKey() : Check(CheckNames.Issuer)
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var role = verification.IsPresentation ? "holder" : "issuer";
        if (verification.IsPresentation && !verification.IsSigned)
            yield return NotApplicable("Nobody signed the presentation.");
        else if (verification.Json.IdOf(role) is not { } party)
            yield return verification.IsPresentation ? NotApplicable("The presentation names no holder.") : Failed(ProblemTypes.MalformedValue, "It names no issuer.");
        else if (verification.Methods.Count == 0)
            yield return NotChecked(ProblemTypes.CryptographicSecurity, "Whose key it is was not found out.");
        else if (verification.Methods.Find(method => DocumentOf(method) != party || method.Controller != party) is { } foreign)
            yield return Failed(ProblemTypes.CryptographicSecurity, $"It names {party} as its {role}, but the key {foreign.Id} is controlled by {(DocumentOf(foreign) == party ? foreign.Controller : DocumentOf(foreign))}.");
        else
            yield return Passed();
    }

    /// <summary>Whose document lists the key: it was found under this very address, and its id had to be the same.</summary>
    private static string DocumentOf(VerificationMethod method) => method.Id.Split('#')[0];
}
