using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.JsonLd;

namespace Cairn.Cli.Lines;

/// <summary>The member <c>options</c> of a line of linked data. Null is the default; options that change nothing here are passed over.</summary>
internal sealed record LinkedDataOptions
{
    /// <summary>JsonLdOptions of the JSON-LD API, but for where documents come from.</summary>
    internal JsonLdOptions JsonLd { get; private init; } = JsonLdOptions.Default;

    /// <summary>Media type of the document; null when it is not said.</summary>
    internal string? ContentType { get; private init; }

    internal HashAlgorithmName Hash { get; private init; } = HashAlgorithmName.SHA256;

    /// <summary>Whether the map of issued identifiers is asked for, and not the text.</summary>
    internal bool Map { get; private init; }

    /// <exception cref="BadLineException">An option has another type or value than it may have.</exception>
    internal static LinkedDataOptions Read(Line line)
    {
        var options = new LinkedDataOptions();
        if (!line.TryGet("options", out ReadOnlySpan<byte> json) || json.SequenceEqual("null"u8))
        {
            return options;
        }

        // The line is JSON, which was checked when it was read: a doubled name, a great depth and what is no Unicode are left.
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.ToArray(), new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = JsonLdBudget.GreatestDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().Where(option => option.Value.ValueKind != JsonValueKind.Null).Aggregate(options, With)
                : throw new BadLineException($"The member options is {Shown(document.RootElement)}; expected an object.");
        }
        catch (JsonException wrong)
        {
            throw new BadLineException($"The member options cannot be read: {wrong.Message}");
        }
        catch (InvalidOperationException)
        {
            throw BadLineException.NotUnicode("options");
        }
    }

    private static LinkedDataOptions With(LinkedDataOptions options, JsonProperty option)
    {
        JsonLdOptions jsonLd = options.JsonLd;
        return option.Name switch
        {
            "base" => options with { JsonLd = jsonLd with { Base = OneOf(option, "an absolute IRI", text => AbsoluteIri.Is(text) ? text : null) } },
            "compactArrays" => options with { JsonLd = jsonLd with { CompactArrays = Truth(option) } },
            "compactToRelative" => options with { JsonLd = jsonLd with { CompactToRelative = Truth(option) } },
            "expandContext" => options with { JsonLd = jsonLd with { ExpandContext = Context(option) } },
            "ordered" => options with { JsonLd = jsonLd with { Ordered = Truth(option) } },
            "processingMode" => options with { JsonLd = jsonLd with { ProcessingMode = OneOf<JsonLdProcessingMode>(option, "json-ld-1.1 or json-ld-1.0", Mode) } },
            "produceGeneralizedRdf" => options with { JsonLd = jsonLd with { ProduceGeneralizedRdf = Truth(option) } },
            "rdfDirection" => options with { JsonLd = jsonLd with { RdfDirection = OneOf<RdfDirection>(option, "i18n-datatype or compound-literal", Direction) } },
            "safe" => options with { JsonLd = jsonLd with { Safe = Truth(option) } },
            "useNativeTypes" => options with { JsonLd = jsonLd with { UseNativeTypes = Truth(option) } },
            "useRdfType" => options with { JsonLd = jsonLd with { UseRdfType = Truth(option) } },
            "contentType" => options with { ContentType = OneOf(option, "a media type", text => text) },
            "hash" => options with { Hash = OneOf<HashAlgorithmName>(option, $"{HashNames.Sha256} or {HashNames.Sha384}", HashNames.Read) },
            "map" => options with { Map = Truth(option) },
            // Which version a test is of, whether it binds, what a processor must be able to do: manifests say such things beside the options.
            _ => options,
        };
    }

    private static JsonLdProcessingMode? Mode(string text) => text switch
    {
        "json-ld-1.1" => JsonLdProcessingMode.JsonLd11,
        "json-ld-1.0" => JsonLdProcessingMode.JsonLd10,
        _ => null,
    };

    private static RdfDirection? Direction(string text) => text switch
    {
        "i18n-datatype" => RdfDirection.I18nDatatype,
        "compound-literal" => RdfDirection.CompoundLiteral,
        _ => null,
    };

    /// <summary>Read by the library, so that it is as strict here as everywhere.</summary>
    private static JsonNode Context(JsonProperty option) => option.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array
        ? JsonLdDocument.Parse(option.Value.GetRawText()).ToNode()!
        : throw Wrong(option, "a context");

    private static bool Truth(JsonProperty option) =>
        option.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? option.Value.GetBoolean() : throw Wrong(option, "true or false");

    private static string OneOf(JsonProperty option, string expected, Func<string, string?> read) =>
        (option.Value.ValueKind == JsonValueKind.String ? read(option.Value.GetString()!) : null) ?? throw Wrong(option, expected);

    private static T OneOf<T>(JsonProperty option, string expected, Func<string, T?> read) where T : struct =>
        (option.Value.ValueKind == JsonValueKind.String ? read(option.Value.GetString()!) : null) ?? throw Wrong(option, expected);

    private static BadLineException Wrong(JsonProperty option, string expected) => new($"The option {option.Name} is {Shown(option.Value)}; expected {expected}.");

    private static string Shown(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
