using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.OpenBadges2;

namespace Cairn.Credentials.Conversion;

/// <summary>From an award of Open Badges 3.0 to an assertion of Open Badges 2.0, which counts only once it is hosted at its id.</summary>
internal static class ToOpenBadges2
{
    private const string Target = "Open Badges 2.0";

    public static JsonObject Convert(JsonObject credential, List<string> notCarried)
    {
        var source = new CarriedMembers(credential, "", notCarried);
        var subjectJson = source.Items("credentialSubject").OfType<JsonObject>().FirstOrDefault() ?? throw Missing("/credentialSubject");
        var subject = source.Inside("credentialSubject", subjectJson);
        var achievement = subject.Items("achievement").OfType<JsonObject>().FirstOrDefault() ?? throw Missing("/credentialSubject/achievement");
        var id = credential.Text("id") ?? throw Missing("/id");
        var assertion = new JsonObject
        {
            ["@context"] = Assertion.Context,
            ["id"] = id,
            ["type"] = "Assertion",
            ["recipient"] = Recipient(subject, subjectJson),
            ["badge"] = BadgeClass(subject.Inside("achievement", achievement), achievement, Profile(source, credential)),
            ["issuedOn"] = (source.Text("validFrom") ?? source.Text("issuanceDate")) is { } issued ? issued : throw Missing("/validFrom"),
        };
        Add(assertion, "expires", source.Take("validUntil") ?? source.Take("expirationDate"));
        Add(assertion, "narrative", subject.Take("narrative"));
        Add(assertion, "image", Image(source.Take("image")));
        var evidence = source.Items("evidence").OfType<JsonObject>().Select((one, i) => Evidence(source.Inside("evidence", i, one), one)).ToList();
        if (evidence.Count > 0)
            assertion["evidence"] = new JsonArray([.. evidence]);
        if (id.StartsWith("https://", StringComparison.Ordinal) || id.StartsWith("http://", StringComparison.Ordinal))
            assertion["verification"] = new JsonObject { ["type"] = "HostedBadge" };
        else
            source.Tell("id", $"{Target} verifies what stands at an http address, and this id is none");
        // The name of the credential is that of the achievement, or is told.
        if (source.Text("name") is { } name && name != achievement.Text("name"))
            source.Tell("name", $"{Target} has only the name of the badge class");
        subject.Finish(Target);
        source.Finish(Target);
        return assertion;
    }

    private static JsonObject Recipient(CarriedMembers subject, JsonObject json)
    {
        var identities = subject.Items("identifier").OfType<JsonObject>().ToList();
        var chosen = identities.Find(identity => identity.Text("identityType") == "emailAddress") ?? identities.FirstOrDefault();
        for (var i = 0; i < identities.Count; i++)
        {
            if (identities[i] != chosen)
                subject.Tell("identifier", $"{Target} has one recipient; item {i} is left out");
        }

        var id = json.Text("id");
        if (chosen is null)
        {
            return id?.StartsWith("mailto:", StringComparison.Ordinal) == true ? new JsonObject { ["type"] = "email", ["hashed"] = false, ["identity"] = id["mailto:".Length..] }
                : id is not null ? new JsonObject { ["type"] = "url", ["hashed"] = false, ["identity"] = id }
                : throw Missing("/credentialSubject/id");
        }

        if (id is not null)
            subject.Tell("id", $"{Target} has one recipient; the identifier is taken");
        var recipient = new JsonObject
        {
            ["type"] = chosen.Text("identityType") switch { "emailAddress" => "email", "ext:telephone" => "telephone", "ext:url" => "url", var other => other ?? "email" },
            ["hashed"] = chosen["hashed"]?.GetValueKind() == JsonValueKind.True,
            ["identity"] = chosen.Text("identityHash") ?? throw Missing("/credentialSubject/identifier/identityHash"),
        };
        Add(recipient, "salt", chosen["salt"]);
        return recipient;
    }

    private static JsonObject BadgeClass(CarriedMembers source, JsonObject achievement, JsonObject issuer)
    {
        var badge = new JsonObject
        {
            ["id"] = achievement.Text("id") ?? throw Missing("/credentialSubject/achievement/id"),
            ["type"] = "BadgeClass",
            ["name"] = source.Required("name"),
            ["description"] = source.Required("description"),
        };
        Add(badge, "image", Image(source.Take("image")));
        if (!badge.ContainsKey("image"))
            source.Tell("image", $"{Target} wants an image for each badge class, and there is none");
        if (source.Take("criteria") is JsonObject told)
        {
            var inside = source.Inside("criteria", told);
            var criteria = new JsonObject();
            Add(criteria, "id", told["id"]);
            Add(criteria, "narrative", inside.Take("narrative"));
            inside.Finish(Target);
            badge["criteria"] = criteria;
        }

        badge["issuer"] = issuer;
        var alignments = source.Items("alignment").OfType<JsonObject>().Select((alignment, i) => Alignment(source.Inside("alignment", i, alignment))).ToList();
        if (alignments.Count > 0)
            badge["alignment"] = new JsonArray([.. alignments]);
        if (source.Items("tag").Select(tag => tag.AsText()).OfType<string>().ToList() is { Count: > 0 } tags)
            badge["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        Add(badge, "version", source.Take("version"));
        source.Finish(Target);
        return badge;
    }

    private static JsonObject Alignment(CarriedMembers source)
    {
        var alignment = new JsonObject();
        foreach (var member in new[] { "targetName", "targetUrl", "targetDescription", "targetFramework", "targetCode" })
            Add(alignment, member, source.Take(member));
        source.Finish(Target);
        return alignment;
    }

    private static JsonObject Profile(CarriedMembers credential, JsonObject json)
    {
        var profile = new JsonObject { ["id"] = json.IdOf("issuer") ?? throw Missing("/issuer"), ["type"] = "Issuer" };
        if (credential.Take("issuer") is not JsonObject issuer)
        {
            credential.Tell("issuer", $"{Target} wants the issuer's name, url and email, and there is only its address");
            return profile;
        }

        var source = credential.Inside("issuer", issuer);
        foreach (var member in new[] { "name", "url", "email", "description" })
            Add(profile, member, source.Take(member));
        Add(profile, "telephone", source.Take("phone"));
        Add(profile, "image", Image(source.Take("image")));
        source.Finish(Target);
        return profile;
    }

    private static JsonObject Evidence(CarriedMembers source, JsonObject json)
    {
        var evidence = new JsonObject();
        Add(evidence, "id", json["id"]);
        foreach (var member in new[] { "name", "description", "narrative", "genre", "audience" })
            Add(evidence, member, source.Take(member));
        source.Finish(Target);
        return evidence;
    }

    private static JsonNode? Image(JsonNode? told) => told is JsonObject json && json.Text("caption") is { } caption
        ? new JsonObject { ["id"] = json["id"]?.DeepClone(), ["caption"] = caption }
        : (told is JsonObject plain ? plain["id"] : told)?.DeepClone();

    private static void Add(JsonObject json, string member, JsonNode? value)
    {
        if (value.AsText() is { Length: > 0 } || value is JsonObject { Count: > 0 })
            json[member] = value!.DeepClone();
    }

    private static CredentialException Missing(string pointer) => new(ProblemTypes.MalformedValue, pointer, "It is missing, and the result needs it.");
}
