using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Models;

/// <summary>
/// What a document says, whoever wrote it: Verifiable Credentials 1.1 and 2.0, Open Badges 2.0 and 3.0, CLR 2.0, presentations. A thin view: all
/// members stay in <see cref="Json"/>, known or not, and whatever is absent or of another shape is null. Nothing here was checked, and nothing here
/// says so either way: that is what <see cref="CredentialVerifier"/> is for.
/// </summary>
public sealed class CredentialView
{
    private readonly WordsInLanguage _words;
    private readonly JsonObject? _subject;
    private readonly JsonObject? _achievement;
    private readonly JsonNode? _issuer;

    private CredentialView(JsonObject json, string language)
    {
        (Json, _words) = (json, new WordsInLanguage(language));
        IsOpenBadges2 = OpenBadges2.Assertion.IsOne(json);
        _subject = IsOpenBadges2 ? null : json.Items("credentialSubject").OfType<JsonObject>().FirstOrDefault();
        _achievement = IsOpenBadges2 ? json["badge"] as JsonObject : _subject?.Items("achievement").OfType<JsonObject>().FirstOrDefault();
        _issuer = IsOpenBadges2 ? _achievement?["issuer"] : json[json.Names("type", "VerifiablePresentation") ? "holder" : "issuer"];
    }

    /// <summary>The document with all its members.</summary>
    public JsonObject Json { get; }

    /// <summary>Whether it is an assertion of Open Badges 2.0.</summary>
    public bool IsOpenBadges2 { get; }

    /// <summary>Its types, such as VerifiableCredential and OpenBadgeCredential.</summary>
    public IReadOnlyList<string> Types => [.. Json.Items("type").Select(type => type.AsText()).OfType<string>()];

    /// <summary>Its own URI.</summary>
    public string? Id => Json.Text("id");

    /// <summary>Its name; of an award without one that of the achievement.</summary>
    public string? Name => Word(Json, "name") ?? AchievementName;

    /// <summary>Its description.</summary>
    public string? Description => Word(Json, "description");

    /// <summary>The URI of the issuer, of a presentation that of the holder.</summary>
    public string? IssuerId => _issuer is JsonObject issuer ? issuer.Text("id") : _issuer.AsText();

    /// <summary>The name that the document gives the issuer.</summary>
    public string? IssuerName => Word(_issuer as JsonObject, "name");

    /// <summary>The address of the issuer's site.</summary>
    public string? IssuerUrl => (_issuer as JsonObject)?.Text("url");

    /// <summary>The URI of the one it is about.</summary>
    public string? SubjectId => _subject?.Text("id");

    /// <summary>The name of the one it is about, where the document has it in clear.</summary>
    public string? SubjectName => Word(_subject, "name") ?? Identities.FirstOrDefault(identity => identity is { IsHashed: false, Type: "name" })?.Text;

    /// <summary>Names and addresses of the one it is about.</summary>
    public IReadOnlyList<IdentityView> Identities => [.. (IsOpenBadges2 ? Json.Items("recipient") : _subject?.Items("identifier") ?? []).OfType<JsonObject>().Select(identity => IsOpenBadges2
        ? new IdentityView(identity.Text("type"), identity.Text("identity"), IsTrue(identity, "hashed"))
        : new IdentityView(identity.Text("identityType"), identity.Text("identityHash"), IsTrue(identity, "hashed")))];

    /// <summary>The URI of what was achieved.</summary>
    public string? AchievementId => IsOpenBadges2 ? Json.IdOf("badge") : _achievement?.Text("id");

    /// <summary>The name of what was achieved.</summary>
    public string? AchievementName => Word(_achievement, "name");

    /// <summary>What it is that was achieved.</summary>
    public string? AchievementDescription => Word(_achievement, "description");

    /// <summary>The kind of achievement, such as MicroCredential.</summary>
    public string? AchievementType => _achievement?.Text("achievementType");

    /// <summary>What had to be done for it, in Markdown.</summary>
    public string? CriteriaNarrative => Word(_achievement?["criteria"] as JsonObject, "narrative");

    /// <summary>Address of a page that says what had to be done for it.</summary>
    public string? CriteriaUrl => _achievement?.IdOf("criteria");

    /// <summary>URI of its picture, often a data: URI.</summary>
    public string? Image => Json.IdOf("image") ?? _subject?.IdOf("image") ?? _achievement?.IdOf("image");

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags => [.. (_achievement?.Items(IsOpenBadges2 ? "tags" : "tag") ?? []).Select(tag => tag.AsText()).OfType<string>()];

    /// <summary>From when it says it is valid, or when it was issued.</summary>
    public DateTimeOffset? ValidFrom => Date("validFrom") ?? Date("issuanceDate") ?? Date("issuedOn");

    /// <summary>Until when it says it is valid; null is without end, or no date.</summary>
    public DateTimeOffset? ValidUntil => Date("validUntil") ?? Date("expirationDate") ?? Date("expires");

    /// <summary>When it was first awarded.</summary>
    public DateTimeOffset? AwardedDate => Date("awardedDate");

    /// <summary>Grades, scores and levels.</summary>
    public IReadOnlyList<ResultView> Results => [.. (_subject?.Items("result") ?? []).OfType<JsonObject>().Select(Result)];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<EvidenceView> Evidence => [.. Json.Items("evidence").Select(evidence => evidence is JsonObject told
        ? new EvidenceView(told.Text("id"), Word(told, "name"), Word(told, "description"), Word(told, "narrative"))
        : new EvidenceView(evidence.AsText(), null, null, null))];

    /// <summary>Skills, standards and frameworks that the achievement answers to.</summary>
    public IReadOnlyList<AlignmentView> Alignments => [.. (_achievement?.Items("alignment") ?? []).OfType<JsonObject>().Select(alignment =>
        new AlignmentView(Word(alignment, "targetName"), alignment.Text("targetUrl"), alignment.Text("targetCode"), Word(alignment, "targetFramework")))];

    /// <summary>The credentials in a learner's record or presentation; those in an envelope are opened.</summary>
    public IReadOnlyList<CredentialView> Credentials => [.. (_subject ?? Json).Items("verifiableCredential").Concat(_subject is null ? [] : Json.Items("verifiableCredential"))
        .OfType<JsonObject>().Select(inside => Opened(inside)).OfType<JsonObject>().Select(inside => new CredentialView(inside, _words.Language))];

    /// <summary>What third parties say for it, for what was achieved, or for the issuer: as the document has it, each a credential of its own.</summary>
    public IReadOnlyList<CredentialView> Endorsements => [.. new[] { Json, _achievement, _issuer as JsonObject }.OfType<JsonObject>().SelectMany(endorsed => endorsed.Items("endorsement"))
        .OfType<JsonObject>().Select(endorsement => new CredentialView(endorsement, _words.Language))];

    /// <summary>What an endorsement says, in Markdown.</summary>
    public string? EndorsementComment => Word(_subject, "endorsementComment");

    /// <summary>The view of a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="language">Which language is taken where there are several, such as <c>en</c>; another one where it is missing.</param>
    public static CredentialView Of(JsonObject json, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(json);
        return new CredentialView(json, language);
    }

    /// <summary>The view of JSON, a compact JWS, or a picture with one of them in it.</summary>
    /// <param name="bytes">The bytes of a file.</param>
    /// <param name="language">Which language is taken where there are several.</param>
    /// <exception cref="CredentialException">It is none of those.</exception>
    public static CredentialView Read(ReadOnlySpan<byte> bytes, string language = "en")
    {
        var text = Baking.IsImage(bytes) ? Baking.Unbake(bytes) : bytes;
        var document = CompactJws.IsOne(text) ? JwsEnvelope.Open(CompactJws.Parse(text)).Credential : CredentialDocument.Parse(text);
        var json = document.ToObject();
        return new CredentialView(Opened(json) ?? json, language);
    }

    private static JsonObject? Opened(JsonObject inside)
    {
        try
        {
            return EnvelopedCredential.IsOne(inside) ? EnvelopedCredential.Open(inside).Credential.Json as JsonObject : inside;
        }
        catch (CredentialException)
        {
            return null;
        }
    }

    private ResultView Result(JsonObject result)
    {
        var description = _achievement?.Items("resultDescription").OfType<JsonObject>().FirstOrDefault(one => one.Text("id") is { } id && id == result.Text("resultDescription"));
        var level = description?.Items("rubricCriterionLevel").OfType<JsonObject>().FirstOrDefault(one => one.Text("id") is { } id && id == result.Text("achievedLevel"));
        return new ResultView(Word(description, "name"), result.Text("value"), result.Text("status"), Word(level, "name") ?? result.Text("achievedLevel"));
    }

    private string? Word(JsonObject? json, string member) => json is null ? null : _words.Read(json[member]);

    private DateTimeOffset? Date(string member) => XsdDateTime.TryRead(Json.Text(member), out var date) ? date : null;

    private static bool IsTrue(JsonObject json, string member) => json[member]?.GetValueKind() == JsonValueKind.True;
}
