using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Schemas;

/// <summary>
/// Rules of our own, written from the published models, for what has no formal schema at hand: EndorsementCredential (Open Badges 3.0, 1EdTech, section
/// B.2) and ClrCredential on version 2.0 of the data model (CLR 2.0, 1EdTech, section B.1). They are not the schemas of 1EdTech and never say so.
/// </summary>
internal static class PublishedModels
{
    public static Flaw? FlawOfEndorsement(JsonObject credential) =>
        OfAny(credential, "EndorsementCredential") ?? Subjects(credential, subject =>
            Needs(subject.Json, subject.At, "id", "type")
            ?? (subject.Json.Names("type", "EndorsementSubject") ? null : new Flaw(subject.At, "The subject of an endorsement is an EndorsementSubject.")));

    public static Flaw? FlawOfClr(JsonObject credential) =>
        OfAny(credential, "ClrCredential") ?? Needs(credential, Place.Root, "name") ?? Subjects(credential, subject =>
            (subject.Json.Names("type", "ClrSubject") ? null : new Flaw(subject.At, "The subject of a CLR is a ClrSubject."))
            ?? (subject.Json.ContainsKey("id") || subject.Json.ContainsKey("identifier") ? null : new Flaw(subject.At, "Expected a member id or identifier, and there is none."))
            ?? Credentials(subject.Json, subject.At)
            ?? Each(subject.Json, subject.At, "achievement", (json, at) => Needs(json, at, "id", "type", "name", "description", "criteria"))
            ?? Each(subject.Json, subject.At, "association", Association));

    private static Flaw? OfAny(JsonObject credential, string type) =>
        Needs(credential, Place.Root, "@context", "id", "type", "issuer", "validFrom", "credentialSubject")
        ?? (credential.Names("type", type) ? null : new Flaw(Place.Root.Member("type"), $"Expected the type {type}."));

    private static Flaw? Credentials(JsonObject subject, Place at) => !subject.ContainsKey("verifiableCredential") || Flaw.Each(subject, at, "verifiableCredential").Any()
        ? subject.ContainsKey("verifiableCredential") ? Each(subject, at, "verifiableCredential", (json, pointer) => json.Names("type", "VerifiableCredential") ? null : new Flaw(pointer, "It is no VerifiableCredential."))
            : new Flaw(at, "Expected a member verifiableCredential, and there is none.")
        : new Flaw(at.Member("verifiableCredential"), "Expected at least 1 item, found 0.");

    private static Flaw? Association(JsonObject association, Place at) =>
        Needs(association, at, "type", "associationType", "sourceId", "targetId")
        ?? (association.Names("type", "Association") ? null : new Flaw(at, "Expected the type Association."))
        ?? Url(association, at, "sourceId") ?? Url(association, at, "targetId");

    private static Flaw? Subjects(JsonObject credential, Func<(JsonObject Json, Place At), Flaw?> rule) =>
        Each(credential, Place.Root, "credentialSubject", (json, at) => rule((json, at)));

    private static Flaw? Each(JsonObject json, Place at, string member, Func<JsonObject, Place, Flaw?> rule) =>
        Flaw.Each(json, at, member).Select(item => item.Node is JsonObject one ? rule(one, item.At) : new Flaw(item.At, "Expected an object.")).FirstOrDefault(flaw => flaw is not null);

    private static Flaw? Url(JsonObject json, Place at, string member) =>
        AbsoluteUrl.Is(json.Text(member)) ? null : new Flaw(at.Member(member), $"Expected a URL, found {Flaw.Show(json[member])}.");

    private static Flaw? Needs(JsonObject json, Place at, params string[] members) =>
        members.FirstOrDefault(member => !json.ContainsKey(member)) is { } missing ? new Flaw(at, $"Expected a member {missing}, and there is none.") : null;
}
