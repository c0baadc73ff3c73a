using System.Collections.Concurrent;
using System.Text.Json;
using Cairn.JsonLd;
using Xunit;

namespace Cairn.JsonLd.Tests.Suites;

/// <summary>The W3C suite of JSON-LD 1.1, at ../shared/suites beside the checkout; where it is missing its tests are skipped and say so.</summary>
internal sealed class Suite : IDocumentLoader
{
    public const string BaseUrl = "https://w3c.github.io/json-ld-api/tests/";
    private static readonly string? Folder = Find();
    private static readonly ConcurrentDictionary<string, List<JsonElement>> Manifests = new(StringComparer.Ordinal);

    public static Suite Loader { get; } = new();

    public static IEnumerable<TheoryDataRow<string>> Tests(string manifest)
    {
        if (Folder is null)
            return [new TheoryDataRow<string>("") { Skip = "The W3C suite (../shared/suites/json-ld-api beside the checkout) is not on this machine." }];
        return Entries(manifest).Where(test => !IsOf10Only(test))
            .Select(test => new TheoryDataRow<string>(test.GetProperty("@id").GetString()!) { TestDisplayName = $"{manifest} {test.GetProperty("@id")}: {test.GetProperty("name")}" });
    }

    public static bool IsHere => Folder is not null;

    /// <summary>The tests of a manifest that apply, and how many are of what JSON-LD 1.1 changed.</summary>
    public static (IReadOnlyList<string> Ids, int Of10Only) Count(string manifest)
    {
        var tests = Entries(manifest);
        var ids = tests.Where(test => !IsOf10Only(test)).Select(test => test.GetProperty("@id").GetString()!).ToList();
        return (ids, tests.Count - ids.Count);
    }

    public static JsonElement Test(string manifest, string id) => Entries(manifest).First(test => test.GetProperty("@id").GetString() == id);

    public static IEnumerable<string> Files(string pattern) =>
        Folder is null ? [] : Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder!, file));

    public static JsonLdOptions Options(JsonElement test)
    {
        var options = new JsonLdOptions { Base = BaseUrl + test.GetProperty("input").GetString(), Loader = Loader };
        if (!test.TryGetProperty("option", out var given))
            return options;
        foreach (var option in given.EnumerateObject())
        {
            options = option.Name switch
            {
                "base" => options with { Base = option.Value.GetString() },
                "compactArrays" => options with { CompactArrays = option.Value.GetBoolean() },
                "compactToRelative" => options with { CompactToRelative = option.Value.GetBoolean() },
                "expandContext" => options with { ExpandContext = System.Text.Json.Nodes.JsonNode.Parse(Read(option.Value.GetString()!)) },
                "processingMode" => options with { ProcessingMode = option.Value.GetString() == "json-ld-1.0" ? JsonLdProcessingMode.JsonLd10 : JsonLdProcessingMode.JsonLd11 },
                "produceGeneralizedRdf" => options with { ProduceGeneralizedRdf = option.Value.GetBoolean() },
                "rdfDirection" => options with { RdfDirection = option.Value.GetString() == "i18n-datatype" ? RdfDirection.I18nDatatype : RdfDirection.CompoundLiteral },
                "useNativeTypes" => options with { UseNativeTypes = option.Value.GetBoolean() },
                "useRdfType" => options with { UseRdfType = option.Value.GetBoolean() },
                // Which version the test is of, whether it binds, and that literals are canonicalized, which they always are.
                "specVersion" or "normative" or "useJCS" => options,
                _ => throw new InvalidOperationException($"The suite has an option that this runner does not know: {option.Name}."),
            };
        }

        return options;
    }

    public LoadedDocument? Load(string url)
    {
        var path = Folder is not null && url.StartsWith(BaseUrl, StringComparison.Ordinal) ? Path.Combine(Folder, url[BaseUrl.Length..]) : null;
        return path is not null && File.Exists(path) ? new LoadedDocument(url, File.ReadAllBytes(path)) : null;
    }

    /// <summary>Tests of what JSON-LD 1.1 changed: what 1.0 refused is allowed now.</summary>
    private static bool IsOf10Only(JsonElement test) =>
        test.TryGetProperty("option", out var option) && option.TryGetProperty("specVersion", out var version) && version.GetString() == "json-ld-1.0"
        && !(option.TryGetProperty("processingMode", out var mode) && mode.GetString() == "json-ld-1.0");

    private static List<JsonElement> Entries(string manifest) => Manifests.GetOrAdd(manifest, static manifest =>
    {
        using var document = JsonDocument.Parse(Read(manifest + "-manifest.jsonld"));
        return [.. document.RootElement.GetProperty("sequence").EnumerateArray().Select(entry => entry.Clone())];
    });

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var suite = Path.Combine(folder.FullName, "shared", "suites", "json-ld-api", "tests");
            if (Directory.Exists(suite))
                return suite;
        }

        return null;
    }
}
