using System.Text.Json.Nodes;
using Cairn.Credentials.DataModel;

namespace Cairn.Credentials.Models;

/// <summary>An award: the class AchievementCredential of Open Badges 3.0 (1EdTech, Final Release; JSON Schema ob_v3p0_achievementcredential_schema.json).</summary>
public sealed class AchievementCredential : Credential
{
    private const string Extensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
    private const string Schema = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    /// <summary>Whose award, of what, with which results.</summary>
    public required AchievementSubject Subject { get; init; }

    /// <summary>The picture of this award; null for that of the achievement.</summary>
    public Image? Image { get; init; }

    /// <summary>What the award rests on.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>
    /// Whether it names the formal schema as its own, so that whoever verifies it compares it with that. False by default. The word for it is in another
    /// context, which is then added.
    /// </summary>
    public bool NamesItsSchema { get; init; }

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        var members = Begin(NamesItsSchema ? [DataModelVersion.Context2, OpenBadges, Extensions] : [DataModelVersion.Context2, OpenBadges], "OpenBadgeCredential")
            .Object("credentialSubject", Subject, static (subject, at) => subject.Write(at), required: true)
            .Object("image", Image, static (image, at) => image.Write(at))
            .Objects("evidence", Evidence, static (evidence, at) => evidence.Write(at));
        if (NamesItsSchema)
            members.Json["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = Schema, ["type"] = "1EdTechJsonSchemaValidator2019" });
        return End(members);
    }
}
