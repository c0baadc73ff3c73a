using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataModel;

/// <summary>
/// The shape of credentials and presentations (Verifiable Credentials Data Model 2.0, W3C Recommendation of 15 May 2025, section 4; 1.1 of 3 March 2022,
/// sections 4 and 5). What is signed has it, and what is verified must have it. Proofs are looked at elsewhere.
/// </summary>
internal static class CredentialShape
{
    /// <summary>Members whose values each name their type, and are objects.</summary>
    private static readonly string[] Typed = ["credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence"];

    private static readonly string[] Digests = ["digestSRI", "digestMultibase"];

    /// <summary>The first thing that is wrong; null when it has the shape.</summary>
    /// <param name="json">The credential or presentation.</param>
    /// <param name="nothingIsDropped">Whether it is known that no member is null or a keyword that hides others.</param>
    public static ShapeProblem? FirstProblem(JsonObject json, bool nothingIsDropped = false) =>
        (nothingIsDropped ? null : NothingIsDropped.FirstProblem(json))
        ?? Context(json)
        ?? Types(json, "", json.Names("type", "VerifiablePresentation") ? "VerifiablePresentation" : "VerifiableCredential")
        ?? Values.IdIfThere(json, "")
        ?? (json.Names("type", "VerifiablePresentation") ? PresentationShape.FirstProblem(json) : Credential(json));

    private static ShapeProblem? Credential(JsonObject json) =>
        Values.Url(json, "", "issuer", needed: true)
        ?? (DataModelVersion.Is2(json) ? Names(json) : null)
        ?? Subjects(json)
        ?? (DataModelVersion.Is2(json) ? Values.Dates(json, "validFrom", "validUntil", needed: false) : Values.Dates(json, "issuanceDate", "expirationDate", needed: true))
        ?? Typed.Select(member => TypedObjects(json, member)).FirstOrDefault(problem => problem is not null)
        ?? RelatedResources(json);

    private static ShapeProblem? Names(JsonObject json) =>
        Values.TextIfThere(json, "", "name")
        ?? Values.TextIfThere(json, "", "description")
        ?? (json["issuer"] is JsonObject issuer ? Values.TextIfThere(issuer, "/issuer", "name") ?? Values.TextIfThere(issuer, "/issuer", "description") : null);

    private static ShapeProblem? Context(JsonObject json)
    {
        if (json["@context"] is not JsonArray contexts)
            return ShapeProblem.At("/@context", $"Found {Values.Shown(json, "@context")}; expected an array whose first item is {DataModelVersion.Context2}.");
        if (contexts.Count == 0 || contexts[0].AsText() is not (DataModelVersion.Context2 or DataModelVersion.Context1))
            return ShapeProblem.At("/@context/0", $"Found {JsonReading.Excerpt(contexts.Count == 0 ? null : contexts[0])}; expected {DataModelVersion.Context2}, or {DataModelVersion.Context1} for version 1.1.");
        var wrong = contexts.Index().FirstOrDefault(context => context.Item is not JsonObject && !AbsoluteUrl.Is(context.Item.AsText()), (-1, null)).Index;
        return wrong < 0 ? null : ShapeProblem.At($"/@context/{wrong}", $"Found {JsonReading.Excerpt(contexts[wrong])}; expected an absolute URL or an object.");
    }

    /// <summary>A <c>type</c> of one text or an array of texts, with the one that is expected, if any is.</summary>
    internal static ShapeProblem? Types(JsonObject json, string at, string? expected)
    {
        if (!json.Items("type").Any() || json.Items("type").Any(type => type.AsText() is null or ""))
            return ShapeProblem.At(at + "/type", $"Found {Values.Shown(json, "type")}; expected a text, or an array of texts.");
        return expected is null || json.Names("type", expected) ? null
            : ShapeProblem.At(at + "/type", $"Found {Values.Shown(json, "type")}; expected {expected} among them.");
    }

    private static ShapeProblem? Subjects(JsonObject json)
    {
        if (!json.Items("credentialSubject").Any())
            return ShapeProblem.At("/credentialSubject", $"Found {Values.Shown(json, "credentialSubject")}; expected an object with claims, or an array of such.");
        foreach (var (at, subject) in Values.Each(json, "credentialSubject"))
        {
            if (subject is not JsonObject { Count: > 0 } claims)
                return ShapeProblem.At(at, $"Found {JsonReading.Excerpt(subject)}; expected an object with claims.");
            if (Values.IdIfThere(claims, at) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static ShapeProblem? TypedObjects(JsonObject json, string member)
    {
        foreach (var (at, item) in Values.Each(json, member))
        {
            if (item is not JsonObject value)
                return ShapeProblem.At(at, $"Found {JsonReading.Excerpt(item)}; expected an object with a type.");
            if ((Types(value, at, null) ?? (member == "credentialSchema" ? Values.Url(value, at, "id", needed: true) : Values.IdIfThere(value, at))) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static ShapeProblem? RelatedResources(JsonObject json)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, item) in Values.Each(json, "relatedResource"))
        {
            if (item is not JsonObject resource)
                return ShapeProblem.At(at, $"Found {JsonReading.Excerpt(item)}; expected an object with an id and a digest.");
            if (Values.Url(resource, at, "id", needed: true) is { } wrong)
                return wrong;
            if (!seen.Add(resource.Text("id")!))
                return ShapeProblem.At(at + "/id", $"Found {resource.Text("id")} a second time; expected each resource once.");
            if (Digests.Any(digest => resource.ContainsKey(digest) && resource.Text(digest) is null) || !Digests.Any(resource.ContainsKey))
                return ShapeProblem.At(at, "Found no digestSRI and no digestMultibase as text; expected one of them, or both.");
        }

        return null;
    }
}
