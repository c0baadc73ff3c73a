using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>The issuer that the credential names controls every key it was signed with.</summary>
internal sealed class IssuerControlsTheKey() : Check("issuer")
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var issuer = verification.Json.IdOf(verification.IsPresentation ? "holder" : "issuer");
        if (verification.Methods.Count == 0)
            yield return NotChecked(ProblemTypes.CryptographicSecurity, "Whose key it is was not found out.");
        else if (verification.Methods.Find(method => method.Controller != issuer) is { } foreign)
            yield return Failed(ProblemTypes.CryptographicSecurity, $"It names {issuer ?? "nobody"} as issuer, but the key {foreign.Id} is controlled by {foreign.Controller}.");
        else
            yield return Passed();
    }
}
