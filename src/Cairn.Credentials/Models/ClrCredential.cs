using System.Text.Json.Nodes;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Models;

/// <summary>
/// A learner's record: several credentials and how their achievements hang together (Comprehensive Learner Record 2.0, class ClrCredential). No formal
/// schema of it for data model 2.0 is at hand; the rules are those of its published model, with the dates of 2.0.
/// </summary>
public sealed class ClrCredential : Credential
{
    /// <summary>Absolute URI of the learner; null when only identifiers name them.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Names and addresses of the learner, mostly hashed.</summary>
    public IReadOnlyList<IdentityObject> Identifiers { get; init; } = [];

    /// <summary>The credentials in the record, at least one, each as its issuer made it.</summary>
    public required IReadOnlyList<JsonObject> Credentials { get; init; }

    /// <summary>Achievements that no credential in the record is for, such as a degree they are part of.</summary>
    public IReadOnlyList<Achievement> Achievements { get; init; } = [];

    /// <summary>How achievements hang together.</summary>
    public IReadOnlyList<Association> Associations { get; init; } = [];

    /// <summary>The picture of the record; null has none.</summary>
    public Image? Image { get; init; }

    /// <summary>Whether the issuer knows of more about this learner; null says nothing.</summary>
    public bool? Partial { get; init; }

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        const string At = "/credentialSubject";
        var members = Begin([DataModelVersion.Context2, ClrContext, OpenBadges], "ClrCredential").Flag("partial", Partial).Object("image", Image, static (image, at) => image.Write(at));
        members.Json["credentialSubject"] = new Members(At)
            .Require(SubjectId is not null || Identifiers.Count > 0, "id", "is missing, and so is identifier; one of them names the learner")
            .Uri("id", SubjectId)
            .Type("ClrSubject")
            .Objects("identifier", Identifiers, static (identity, at) => identity.Write(at))
            .Objects("verifiableCredential", Credentials, static (credential, at) => IsCredential(credential) ? credential.DeepClone().AsObject()
                : throw new CredentialException(ProblemTypes.MalformedValue, at, "This is no credential: it has no @context, issuer, subject or type VerifiableCredential."), required: true)
            .Objects("achievement", Achievements, static (achievement, at) => achievement.Write(at))
            .Objects("association", Associations, static (association, at) => association.Write(at)).Json;
        return End(members);
    }

    private static bool IsCredential(JsonObject json) =>
        json.ContainsKey("@context") && json.Names("type", "VerifiableCredential") && json.IdOf("issuer") is not null && json.ContainsKey("credentialSubject");
}

/// <summary>How an achievement stands to another (Comprehensive Learner Record 2.0, class Association).</summary>
/// <param name="type">A word of the specification's list.</param>
/// <param name="sourceId">The id of the achievement that is spoken of.</param>
/// <param name="targetId">The id of the other.</param>
public sealed class Association(string type, string sourceId, string targetId)
{
    private static readonly string[] Types = ["exactMatchOf", "isChildOf", "isParentOf", "isPartOf", "isPeerOf", "isRelatedTo", "precedes", "replacedBy"];

    internal JsonObject Write(string pointer) => new Members(pointer)
        .Type("Association", asArray: false)
        .Word("associationType", type, Types, extensible: false, required: true)
        .Uri("sourceId", sourceId, required: true).Uri("targetId", targetId, required: true).Json;
}
