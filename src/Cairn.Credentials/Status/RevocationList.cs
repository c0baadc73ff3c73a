using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Status;

/// <summary>
/// 1EdTechRevocationList (1EdTech Revocation List Status Method 1.0): a document that lists the credentials that were taken back. It is not signed, so
/// it counts only as far as the place it came from does.
/// </summary>
internal static class RevocationList
{
    public const string Type = "1EdTechRevocationList";

    /// <summary>1 when the credential is listed as revoked.</summary>
    public static StatusFound Find(string url, Verification verification)
    {
        if (BitstringStatus.Load(url, verification.Documents, out var why) is not { } content)
            return StatusFound.Unknown(ProblemTypes.StatusRetrieval, why);
        if (!CredentialDocument.TryParse(content.Span, out var document, out _, verification.Options.Budget) || document.Json is not JsonObject list)
            return Unusable($"The revocation list {url} is no JSON object.");
        if (list.ContainsKey("id") && list.Text("id") != url)
            return Unusable($"The revocation list {url} says it is {list.Text("id") ?? "nameless"}.");
        if (list.ContainsKey("issuer") && list.IdOf("issuer") != verification.Json.IdOf("issuer"))
            return Unusable($"The revocation list {url} is another issuer's.");
        // The model says revokedCredential; lists with revokedCredentials are about as common.
        var member = list.ContainsKey("revokedCredential") ? "revokedCredential" : "revokedCredentials";
        if (!list.ContainsKey(member))
            return Unusable($"The revocation list {url} has no revokedCredential.");
        if (!list.Items(member).All(item => item.AsText() is not null || (item as JsonObject)?.Text("id") is not null))
            return Unusable($"The revocation list {url} lists something that is no credential's id.");
        if (verification.Json.Text("id") is not { } id)
            return Unusable("The credential has no id that the revocation list could name.");
        return new StatusFound(list.Items(member).Any(item => item.AsText() == id || (item is JsonObject entry && entry.Text("id") == id && IsRevoked(entry))) ? 1 : 0);
    }

    private static bool IsRevoked(JsonObject entry) => entry["revoked"] is not JsonValue revoked || revoked.GetValueKind() != JsonValueKind.False;

    private static StatusFound Unusable(string why) => StatusFound.Unknown(ProblemTypes.StatusVerification, why);
}
