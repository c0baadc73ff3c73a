using System.Text.Json.Nodes;
using Cairn.Credentials.DataModel;

namespace Cairn.Credentials.Models;

/// <summary>
/// What a third party says for an achievement, an issuer or a credential (Open Badges 3.0, class EndorsementCredential; its rules are those that the
/// formal schema of AchievementCredential has for endorsements inside).
/// </summary>
public sealed class EndorsementCredential : Credential
{
    /// <summary>Absolute URI of what is endorsed.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Why, in Markdown; null says nothing.</summary>
    public string? Comment { get; init; }

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        var members = Begin([DataModelVersion.Context2, OpenBadges], "EndorsementCredential");
        members.Json["credentialSubject"] = new Members("/credentialSubject").Uri("id", SubjectId, required: true).Type("EndorsementSubject").Text("endorsementComment", Comment).Json;
        return End(members.Require(Endorsements.Count == 0, "endorsement", "has no place in an endorsement"));
    }
}
