using System.Text.Json.Nodes;
using Cairn.JsonLd.Compaction;
using Cairn.JsonLd.Expansion;
using Cairn.JsonLd.Flattening;
using Cairn.JsonLd.Json;
using Cairn.JsonLd.Rdf;
using Cairn.Rdf;

namespace Cairn.JsonLd;

/// <summary>
/// The JSON-LD processor (JSON-LD 1.1 Processing Algorithms and API, W3C Recommendation of 16 July 2020, section 9.1), without framing. Every method
/// is synchronous and safe to call from many threads; nothing is fetched but through the loader of the options.
/// </summary>
/// <remarks>Every method fails with a <see cref="JsonLdException"/>, which says code, place and what was found, or with its kind <see cref="JsonLdBudgetException"/>.</remarks>
public static class JsonLdProcessor
{
    /// <summary>Expands a document: no context, every term an IRI, every value a map, always an array.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">Defaults when null.</param>
    public static JsonArray Expand(JsonLdDocument document, JsonLdOptions? options = null)
    {
        var processing = Begin(options);
        return (JsonArray)JsonTree.ToNode(Expand(document, processing))!;
    }

    /// <summary>Compacts a document by a context; the result has the context as @context.</summary>
    /// <param name="document">The document, in any form.</param>
    /// <param name="context">A context, or a map with @context; null compacts without one.</param>
    /// <param name="options">Defaults when null.</param>
    public static JsonObject Compact(JsonLdDocument document, JsonLdDocument? context, JsonLdOptions? options = null)
    {
        var processing = Begin(options);
        return (JsonObject)JsonTree.ToNode(Compact(Expand(document, processing), document, context, processing))!;
    }

    /// <summary>Flattens a document: every node once, on one level, every blank node named.</summary>
    /// <param name="document">The document, in any form.</param>
    /// <param name="context">A context to compact the result by: it is then an object with @context; null leaves an expanded array.</param>
    /// <param name="options">Defaults when null.</param>
    public static JsonNode Flatten(JsonLdDocument document, JsonLdDocument? context = null, JsonLdOptions? options = null)
    {
        var processing = Begin(options);
        var flattened = Flattener.Flatten(Expand(document, processing), processing);
        return JsonTree.ToNode(context is null ? flattened : Compact(flattened, document, context, processing))!;
    }

    /// <summary>Turns a document into quads. Blank nodes are b0, b1, …; <see cref="Rdfc10"/> gives them names that do not depend on the document's form.</summary>
    /// <param name="document">The document, in any form.</param>
    /// <param name="options">Defaults when null.</param>
    public static IReadOnlyList<Quad> ToRdf(JsonLdDocument document, JsonLdOptions? options = null)
    {
        var processing = new Processing(options ?? JsonLdOptions.Default) { Ordered = false };
        var expanded = Expand(document, processing);
        try
        {
            return new ToRdf(processing).Convert(expanded);
        }
        catch (JsonLdException loss) when (loss.Code == JsonLdErrorCode.DataLoss)
        {
            // Only to say where it stands in the document.
            Expand(document, new Processing(processing.Options) { FindsRdfLoss = true });
            throw;
        }
    }

    /// <summary>Turns quads into an expanded document.</summary>
    /// <param name="quads">The dataset.</param>
    /// <param name="options">Defaults when null.</param>
    public static JsonArray FromRdf(IEnumerable<Quad> quads, JsonLdOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(quads);
        return (JsonArray)JsonTree.ToNode(new FromRdf(Begin(options)).Convert(quads))!;
    }

    private static Processing Begin(JsonLdOptions? options) => new(options ?? JsonLdOptions.Default);

    private static JsonList Expand(JsonLdDocument document, Processing processing)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Expander(processing).ExpandDocument(document.Root, document.Url ?? processing.Options.Base);
    }

    private static JsonMap Compact(JsonList expanded, JsonLdDocument document, JsonLdDocument? context, Processing processing) =>
        new Compactor(processing).CompactDocument(expanded, context?.Root, document.Url ?? processing.Options.Base);
}
