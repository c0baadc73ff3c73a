using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.Credentials.Schemas;

/// <summary>A schema as a report names it, and the check against it.</summary>
/// <param name="Name">For sentences.</param>
/// <param name="FlawOf">The first flaw of a credential; null when it has the form.</param>
internal sealed record CredentialSchema(string Name, Func<JsonObject, Flaw?> FlawOf);

/// <summary>
/// The schemas of 1EdTech by address. Those of achievements are the published files (<c>eng/embed-schemas</c> copies them); for endorsements and CLRs on
/// version 2.0 of the data model no formal schema is at hand, and rules of our own, written from the published models, stand in their place and say so.
/// </summary>
internal static class EmbeddedSchemas
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Loaded = new(StringComparer.Ordinal);

    /// <summary>File by address; of version 1.1 of the data model the schema of both versions, because the others want 2.0.</summary>
    private static readonly FrozenDictionary<string, (string Version2, string Version1)> Files = new Dictionary<string, (string, string)>
    {
        [Url("ob/v3p0", "json/ob_v3p0_achievementcredential")] = ("json_ob_v3p0_achievementcredential_schema.json", "json-ld_ob_v3p0_anyachievementcredential_schema.json"),
        [Url("ob/v3p0", "json-ld/ob_v3p0_achievementcredential")] = ("json-ld_ob_v3p0_achievementcredential_schema.json", "json-ld_ob_v3p0_anyachievementcredential_schema.json"),
        [Url("ob/v3p0", "json/ob_v3p0_anyachievementcredential")] = ("json-ld_ob_v3p0_anyachievementcredential_schema.json", "json-ld_ob_v3p0_anyachievementcredential_schema.json"),
        [Url("ob/v3p0", "json-ld/ob_v3p0_anyachievementcredential")] = ("json-ld_ob_v3p0_anyachievementcredential_schema.json", "json-ld_ob_v3p0_anyachievementcredential_schema.json"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Endorsements = new[] { Url("ob/v3p0", "json/ob_v3p0_endorsementcredential"), Url("ob/v3p0", "json-ld/ob_v3p0_endorsementcredential") }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Clrs = new[] { Url("clr/v2p0", "json/clr_v2p0_clrcredential"), Url("clr/v2p0", "json-ld/clr_v2p0_clrcredential") }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names of the files that are part of the library.</summary>
    public static IEnumerable<string> FileNames => Files.Values.SelectMany(names => new[] { names.Version2, names.Version1 }).Append(ClrOfVersion1).Distinct(StringComparer.Ordinal);

    private const string ClrOfVersion1 = "clr_v2p0_clrcredential_schema_draft4.json";

    /// <summary>The schema at an address; null when it is none of those.</summary>
    public static CredentialSchema? For(string url, bool isVersion1)
    {
        if (Files.TryGetValue(url, out var files))
            return new CredentialSchema($"the schema {url}", Published(isVersion1 ? files.Version1 : files.Version2).FlawOf);
        if (Endorsements.Contains(url))
            return new CredentialSchema("Cairn's rules for an EndorsementCredential, after the model of Open Badges 3.0", PublishedModels.FlawOfEndorsement);
        if (Clrs.Contains(url))
        {
            return isVersion1 ? new CredentialSchema("the schema of ClrCredential on version 1.1, in Draft 4", Published(ClrOfVersion1).FlawOf)
                : new CredentialSchema("Cairn's rules for a ClrCredential, after the model of CLR 2.0", PublishedModels.FlawOfClr);
        }

        return null;
    }

    /// <summary>A published schema by its file.</summary>
    public static JsonSchema Published(string file) => Loaded.GetOrAdd(file, static name =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Cairn.Credentials.Schemas/{name}") ?? throw new InvalidOperationException($"The library has no {name}.");
        return JsonSchema.Load((JsonObject)JsonNode.Parse(stream, documentOptions: new JsonDocumentOptions { MaxDepth = 200 })!);
    });

    private static string Url(string specification, string name) => $"https://purl.imsglobal.org/spec/{specification}/schema/{name}_schema.json";
}
