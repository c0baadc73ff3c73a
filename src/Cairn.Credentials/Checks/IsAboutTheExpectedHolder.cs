using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>
/// The credential is about whom the asker expects: by id, name, address, or an IdentityObject with or without hash (Open Badges 3.0, 1EdTech Final
/// Release of 2024, section B.8.2). Only like is compared with like: an address never with a name.
/// </summary>
internal sealed class IsAboutTheExpectedHolder() : Check(CheckNames.Holder)
{
    private static readonly string[] Names = ["name", "givenName", "familyName", "fullName"];
    private static readonly string[] NameTypes = ["name"];
    private static readonly string[] AddressTypes = ["emailAddress"];

    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        if (verification.Options.ExpectedHolder is not { } expected)
            return [];
        if (verification.IsPresentation)
            return [NotApplicable("It is compared with each credential inside.")];
        var found = verification.Json.Items("credentialSubject").Select(item => Compare((JsonObject)item!, expected.Trim())).ToList();
        return [found.Contains(true) ? Passed()
            : found.Contains(false) ? Failed(ProblemTypes.Range, $"It is not about {expected.Trim()}.")
            : NotChecked(ProblemTypes.Range, $"It says nothing that {expected.Trim()} can be compared with.")];
    }

    /// <summary>Whether the subject is the one; null when nothing can be compared.</summary>
    internal static bool? Compare(JsonObject subject, string expected)
    {
        var isAddress = !AbsoluteUrl.Is(expected) && expected.Contains('@', StringComparison.Ordinal);
        var comparable = false;
        bool Same(string? said, bool exact)
        {
            comparable |= said is not null;
            return said is not null && (exact ? said == expected : Plain(said) == Plain(expected));
        }

        if (AbsoluteUrl.Is(expected) && Same(subject.Text("id"), exact: true))
            return true;
        if (isAddress && subject.Text("id") is { } id && id.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && Same(id["mailto:".Length..], exact: false))
            return true;
        if (isAddress && Same(subject.Text("email"), exact: false))
            return true;
        if (!isAddress && !AbsoluteUrl.Is(expected) && (Names.Any(name => Same(subject.Text(name), exact: false)) || Same(FullName(subject), exact: false)))
            return true;
        foreach (var node in subject.Items("identifier"))
        {
            if (node is not JsonObject identity || identity.Text("identityHash") is not { } hash || !IsOfKind(identity.Text("identityType"), expected, isAddress))
                continue;
            if (identity["hashed"] is not JsonValue { } hashed || hashed.GetValueKind() != JsonValueKind.True)
            {
                if (Same(hash, exact: false))
                    return true;
                continue;
            }

            if (!hash.StartsWith("sha256$", StringComparison.OrdinalIgnoreCase))
                continue;
            comparable = true;
            var salt = identity.Text("salt") ?? "";
            if (((string[])[expected, Plain(expected)]).Any(text => Sha256(text + salt).Equals(hash["sha256$".Length..], StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return comparable ? false : null;
    }

    private static bool IsOfKind(string? identityType, string expected, bool isAddress) =>
        isAddress ? AddressTypes.Contains(identityType) : AbsoluteUrl.Is(expected) ? identityType is "identifier" or "ext:did" : NameTypes.Contains(identityType) || identityType is "identifier" or "systemId" or "sourcedId" or "lisSourcedId" or "accountId" or "username";

    private static string? FullName(JsonObject subject) =>
        subject.Text("givenName") is { } given && subject.Text("familyName") is { } family ? $"{given} {family}" : null;

    /// <summary>Without differences that people do not see: letter case, runs of spaces, how accents are composed.</summary>
    private static string Plain(string text)
    {
        try
        {
            return string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
