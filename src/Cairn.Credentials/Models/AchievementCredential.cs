using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>An award: the class AchievementCredential of Open Badges 3.0 (1EdTech, Final Release; JSON Schema ob_v3p0_achievementcredential_schema.json).</summary>
public sealed class AchievementCredential : Credential
{
    /// <summary>The formal schema, which the credential names.</summary>
    public const string Schema = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    /// <summary>Whose award, of what, with which results.</summary>
    public required AchievementSubject Subject { get; init; }

    /// <summary>The picture of this award; null for that of the achievement.</summary>
    public Image? Image { get; init; }

    /// <summary>What the award rests on.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        var members = Begin([Version2, OpenBadges], "OpenBadgeCredential")
            .Object("credentialSubject", Subject, static (subject, at) => subject.Write(at), required: true)
            .Object("image", Image, static (image, at) => image.Write(at))
            .Objects("evidence", Evidence, static (evidence, at) => evidence.Write(at));
        members.Json["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = Schema, ["type"] = "1EdTechJsonSchemaValidator2019" });
        return End(members);
    }
}
