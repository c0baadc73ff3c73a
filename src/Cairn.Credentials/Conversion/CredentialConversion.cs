using System.Text.Json.Nodes;
using Cairn.Credentials.Conversion;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Json;
using Cairn.Credentials.Models;
using Cairn.Credentials.OpenBadges2;
using Cairn.JsonLd;

namespace Cairn.Credentials;

/// <summary>What an award can be converted to.</summary>
public enum CredentialFormat
{
    /// <summary>OpenBadgeCredential of Open Badges 3.0, data model 2.0.</summary>
    OpenBadges3,

    /// <summary>Assertion of Open Badges 2.0 with badge class and issuer inside, to be hosted at its id.</summary>
    OpenBadges2,

    /// <summary>ClrCredential of Comprehensive Learner Record 2.0 with the award in it.</summary>
    Clr2,
}

/// <summary>An award in another format.</summary>
/// <param name="Credential">The result: unsigned.</param>
/// <param name="NotCarried">A line for each thing that has no place in it: where, and why.</param>
public sealed record ConvertedCredential(JsonObject Credential, IReadOnlyList<string> NotCarried);

/// <summary>Converts awards between Open Badges 2.0, Open Badges 3.0 and CLR 2.0. The result is unsigned: a signature is over one text and carries to no other.</summary>
public static class CredentialConversion
{
    private static readonly string[] OldContexts = [DataModelVersion.Context1, DataModelVersion.Context2];
    private static readonly string[] OldVocabularies = ["https://purl.imsglobal.org/spec/ob/v3p0/context", "https://purl.imsglobal.org/spec/clr/v2p0/context", "https://imsglobal.github.io/openbadges-specification/"];

    /// <summary>Converts an award.</summary>
    /// <param name="credential">An award of Open Badges 2.0 or 3.0, or a learner's record with one award in it. It is not changed.</param>
    /// <param name="format">What it shall be.</param>
    /// <param name="documents">Badge classes and profiles that stand elsewhere, by address; null knows none.</param>
    /// <exception cref="CredentialException">It is no award, it lacks what the result needs, or something it refers to is not at hand.</exception>
    public static ConvertedCredential Convert(JsonObject credential, CredentialFormat format, IDocumentLoader? documents = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var notCarried = new List<string>();
        var result = format switch
        {
            CredentialFormat.Clr2 when credential.Names("type", "ClrCredential") => Version2(credential, notCarried, [Credential.ClrContext, Credential.OpenBadges]),
            CredentialFormat.Clr2 => Record(Award(credential, documents, notCarried), notCarried),
            CredentialFormat.OpenBadges2 when Assertion.IsOne(credential) => credential.DeepClone().AsObject(),
            CredentialFormat.OpenBadges2 => ToOpenBadges2.Convert(Award(credential, documents, notCarried), notCarried),
            _ => Unsigned(Award(credential, documents, notCarried), notCarried),
        };
        return new ConvertedCredential(result, notCarried);
    }

    /// <summary>An award of Open Badges 3.0, data model 2.0.</summary>
    private static JsonObject Award(JsonObject credential, IDocumentLoader? documents, List<string> notCarried)
    {
        if (Assertion.IsOne(credential))
            return ToOpenBadges3.Convert(new Assertion(credential, documents), notCarried);
        if (credential.Names("type", "OpenBadgeCredential") || credential.Names("type", "AchievementCredential"))
            return credential;
        if (credential.Names("type", "ClrCredential") && credential["credentialSubject"] is JsonObject subject && subject.Items("verifiableCredential").ToList() is [JsonObject only])
            return Award(only, documents, notCarried);
        throw new CredentialException(ProblemTypes.MalformedValue, "/type", "It is no award: expected an Assertion, an OpenBadgeCredential, an AchievementCredential, or a ClrCredential with one of them in it.");
    }

    private static JsonObject Unsigned(JsonObject award, List<string> notCarried) => Version2(award, notCarried, [Credential.OpenBadges]);

    /// <summary>The same in data model 2.0 and without its proof; all other members stay as they are.</summary>
    private static JsonObject Version2(JsonObject credential, List<string> notCarried, string[] contexts)
    {
        var isVersion1 = DataModelVersion.Is1(credential);
        var result = new JsonObject();
        foreach (var (member, value) in credential)
        {
            if (member == "proof")
                notCarried.Add("/proof: the result is unsigned");
            else if (member == "@context" && isVersion1)
                result[member] = new JsonArray([DataModelVersion.Context2, .. contexts, .. Further(credential)]);
            else
                result[isVersion1 && member == "issuanceDate" ? "validFrom" : isVersion1 && member == "expirationDate" ? "validUntil" : member] = value?.DeepClone();
        }

        return result;
    }

    /// <summary>Contexts that have no newer one in the result, such as that of the extensions.</summary>
    private static IEnumerable<JsonNode?> Further(JsonObject credential) => credential.Items("@context")
        .Where(context => context.AsText() is not { } url || !(OldContexts.Contains(url) || OldVocabularies.Any(start => url.StartsWith(start, StringComparison.Ordinal))))
        .Select(context => context?.DeepClone());

    /// <summary>A record of one award. The award in it stays as its issuer made it, signed if it was signed.</summary>
    private static JsonObject Record(JsonObject award, List<string> notCarried)
    {
        var subject = award.Items("credentialSubject").OfType<JsonObject>().FirstOrDefault();
        var view = CredentialView.Of(award);
        if (award.Text("id") is not { } id || award["issuer"] is not { } issuer || (award["validFrom"] ?? award["issuanceDate"]) is not { } from)
            throw new CredentialException(ProblemTypes.MalformedValue, "", "The award has no id, no issuer or no date.");
        if (subject?.Text("id") is null && subject?["identifier"] is null)
            throw new CredentialException(ProblemTypes.MalformedValue, "/credentialSubject", "It has neither an id nor an identifier; one of them names the learner.");
        // A record of data model 2.0 cannot hold words of 1.1: their contexts shut each other out.
        var inside = DataModelVersion.Is1(award) ? Version2(award, notCarried, [Credential.OpenBadges]) : award.DeepClone();
        var learner = new JsonObject();
        if (subject.Text("id") is { } learnerId)
            learner["id"] = learnerId;
        learner["type"] = new JsonArray("ClrSubject");
        if (subject["identifier"] is { } identifier)
            learner["identifier"] = identifier is JsonArray ? identifier.DeepClone() : new JsonArray(identifier.DeepClone());
        learner["verifiableCredential"] = new JsonArray(inside);
        var record = new JsonObject
        {
            ["@context"] = new JsonArray(DataModelVersion.Context2, Credential.ClrContext, Credential.OpenBadges),
            ["id"] = id.Contains('#', StringComparison.Ordinal) ? id + "-clr" : id + "#clr",
            ["type"] = new JsonArray("VerifiableCredential", "ClrCredential"),
            ["name"] = view.Name ?? "Learner record",
            ["issuer"] = issuer.DeepClone(),
            ["validFrom"] = from.DeepClone(),
        };
        if ((award["validUntil"] ?? award["expirationDate"]) is { } until)
            record["validUntil"] = until.DeepClone();
        record["credentialSubject"] = learner;
        return record;
    }
}
