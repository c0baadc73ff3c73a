using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Json;
using Cairn.Credentials.Models;
using Cairn.Credentials.OpenBadges2;

namespace Cairn.Credentials.Conversion;

/// <summary>From an assertion of Open Badges 2.0 to an unsigned OpenBadgeCredential (Open Badges 3.0 implementation guide, "Upgrading from 2.0").</summary>
internal static class ToOpenBadges3
{
    private const string Target = "Open Badges 3.0";

    public static JsonObject Convert(Assertion assertion, List<string> notCarried)
    {
        var source = new CarriedMembers(assertion.Json, "", notCarried);
        var badge = assertion.BadgeClass ?? throw NotAtHand("/badge", assertion.Json.IdOf("badge"));
        var issuer = Profile(assertion.Issuer ?? throw NotAtHand("/badge/issuer", assertion.IssuerId), notCarried);
        var recipient = assertion.Json["recipient"] as JsonObject ?? throw new CredentialException(ProblemTypes.MalformedValue, "/recipient", "The member recipient is missing or no object.");

        var subject = new JsonObject { ["type"] = new JsonArray("AchievementSubject") };
        AddRecipient(subject, source.Inside("recipient", recipient), recipient);
        var achievement = Achievement(source.Inside("badge", badge), badge);
        subject["achievement"] = achievement;
        Add(subject, "narrative", source.Take("narrative"));
        var credential = new JsonObject
        {
            ["@context"] = new JsonArray(DataModelVersion.Context2, Credential.OpenBadges),
            ["id"] = assertion.Json.Text("id") ?? throw new CredentialException(ProblemTypes.MalformedValue, "/id", "The assertion has no id."),
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = achievement["name"]!.DeepClone(),
            ["issuer"] = issuer,
            ["validFrom"] = Date(source, "issuedOn") ?? throw new CredentialException(ProblemTypes.MalformedValue, "/issuedOn", "The member issuedOn is missing."),
        };
        Add(credential, "validUntil", Date(source, "expires"));
        credential["credentialSubject"] = subject;
        Add(credential, "image", Image(source.Take("image")));
        var evidence = new JsonArray([.. source.Items("evidence").Select((one, i) => Evidence(one, i, source)).OfType<JsonNode>()]);
        if (evidence.Count > 0)
            credential["evidence"] = evidence;
        // How the assertion is verified ends with the assertion.
        source.Take("verification");
        source.Take("verify");
        source.Finish(Target);
        return credential;
    }

    /// <summary>The recipient as a subject of Open Badges 3.0.</summary>
    public static JsonObject Subject(JsonObject recipient)
    {
        var subject = new JsonObject();
        AddRecipient(subject, new CarriedMembers(recipient, "/recipient", []), recipient);
        return subject;
    }

    private static void AddRecipient(JsonObject subject, CarriedMembers source, JsonObject recipient)
    {
        var identity = source.Required("identity");
        var hashed = source.Take("hashed")?.GetValueKind() == JsonValueKind.True;
        var type = source.Text("type") ?? recipient.Text("type");
        var salt = source.Take("salt");
        source.Finish(Target);
        if (!hashed && type is "url" or "id" && AbsoluteUrl.Is(identity))
        {
            subject["id"] = identity;
            return;
        }

        var name = new JsonObject
        {
            ["type"] = "IdentityObject",
            ["hashed"] = hashed,
            ["identityHash"] = identity,
            ["identityType"] = type switch { "email" => "emailAddress", "name" => "name", null => "identifier", _ => Words(type) },
        };
        if (hashed)
            Add(name, "salt", salt.AsText() is { Length: > 0 } ? salt : null);
        subject["identifier"] = new JsonArray(name);
    }

    private static string Words(string type) => "ext:" + string.Concat(type.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'));

    private static JsonObject Achievement(CarriedMembers source, JsonObject badge)
    {
        var achievement = new JsonObject
        {
            ["id"] = badge.Text("id") ?? throw new CredentialException(ProblemTypes.MalformedValue, "/badge/id", "The badge class has no id."),
            ["type"] = new JsonArray("Achievement"),
            ["name"] = source.Required("name"),
            ["description"] = source.Required("description"),
            ["criteria"] = Criteria(source),
        };
        Add(achievement, "image", Image(source.Take("image")));
        var alignments = source.Items("alignment").OfType<JsonObject>().Select((alignment, i) => Alignment(source.Inside("alignment", i, alignment))).ToList();
        if (alignments.Count > 0)
            achievement["alignment"] = new JsonArray([.. alignments]);
        if (source.Items("tags").Select(tag => tag.AsText()).OfType<string>().ToList() is { Count: > 0 } tags)
            achievement["tag"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        Add(achievement, "version", source.Take("version"));
        source.Take("issuer");
        source.Finish(Target);
        return achievement;
    }

    private static JsonObject Criteria(CarriedMembers source)
    {
        var criteria = new JsonObject();
        if (source.Take("criteria") is not JsonObject told)
        {
            Add(criteria, "id", source.Text("criteria"));
            return criteria;
        }

        var inside = source.Inside("criteria", told);
        Add(criteria, "id", told["id"]);
        Add(criteria, "narrative", inside.Take("narrative"));
        inside.Finish(Target);
        return criteria;
    }

    private static JsonObject Alignment(CarriedMembers source)
    {
        var alignment = new JsonObject { ["type"] = new JsonArray("Alignment"), ["targetName"] = source.Required("targetName"), ["targetUrl"] = source.Required("targetUrl") };
        foreach (var member in new[] { "targetDescription", "targetFramework", "targetCode" })
            Add(alignment, member, source.Take(member));
        source.Finish(Target);
        return alignment;
    }

    private static JsonObject Profile(JsonObject issuer, List<string> notCarried)
    {
        var source = new CarriedMembers(issuer, "/badge/issuer", notCarried);
        var profile = new JsonObject
        {
            ["id"] = issuer.Text("id") ?? throw new CredentialException(ProblemTypes.MalformedValue, "/badge/issuer/id", "The issuer has no id."),
            ["type"] = new JsonArray("Profile"),
        };
        foreach (var member in new[] { "name", "url", "email", "description" })
            Add(profile, member, source.Take(member));
        Add(profile, "phone", source.Take("telephone"));
        Add(profile, "image", Image(source.Take("image")));
        source.Finish(Target);
        return profile;
    }

    private static JsonObject? Evidence(JsonNode? told, int index, CarriedMembers source)
    {
        var evidence = new JsonObject();
        if (told is not JsonObject json)
        {
            Add(evidence, "id", told);
            evidence["type"] = new JsonArray("Evidence");
            return told.AsText() is null ? null : evidence;
        }

        var inside = source.Inside("evidence", index, json);
        Add(evidence, "id", json["id"]);
        evidence["type"] = new JsonArray("Evidence");
        foreach (var member in new[] { "name", "description", "narrative", "genre", "audience" })
            Add(evidence, member, inside.Take(member));
        inside.Finish(Target);
        return evidence;
    }

    private static JsonObject? Image(JsonNode? told)
    {
        var id = told is JsonObject json ? json.Text("id") : told.AsText();
        if (id is null)
            return null;
        var image = new JsonObject { ["id"] = id, ["type"] = "Image" };
        Add(image, "caption", (told as JsonObject)?["caption"]);
        return image;
    }

    private static JsonNode? Date(CarriedMembers source, string member) => source.Take(member) is not { } value ? null
        : XsdDateTime.TryRead(value.AsText(), out _) ? value.DeepClone()
        : throw new CredentialException(ProblemTypes.MalformedValue, JsonPointer.Step(member), $"The member {member} is no date with an offset.");

    private static void Add(JsonObject json, string member, JsonNode? value)
    {
        if (value.AsText() is { Length: > 0 } || value is JsonObject { Count: > 0 })
            json[member] = value!.DeepClone();
    }

    private static CredentialException NotAtHand(string pointer, string? url) =>
        new(ProblemTypes.MalformedValue, pointer, $"What stands at {url ?? "no address"} is needed, and it is not at hand.");
}
