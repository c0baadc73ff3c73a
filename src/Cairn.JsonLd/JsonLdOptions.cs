using System.Text.Json.Nodes;

namespace Cairn.JsonLd;

/// <summary>Which version of JSON-LD is processed.</summary>
public enum JsonLdProcessingMode
{
    /// <summary>JSON-LD 1.1.</summary>
    JsonLd11,

    /// <summary>JSON-LD 1.0: what 1.1 added is an error.</summary>
    JsonLd10,
}

/// <summary>How the direction of a text is kept in RDF.</summary>
public enum RdfDirection
{
    /// <summary>It is lost; an error in safe mode.</summary>
    None,

    /// <summary>As a datatype of the i18n namespace.</summary>
    I18nDatatype,

    /// <summary>As a blank node with value, language and direction.</summary>
    CompoundLiteral,
}

/// <summary>JsonLdOptions of JSON-LD 1.1 API, section 9.3, safe mode and the budget. Immutable: share one.</summary>
public sealed record JsonLdOptions
{
    /// <summary>All defaults.</summary>
    public static JsonLdOptions Default { get; } = new();

    /// <summary>Base IRI of the document; null (the default) leaves relative IRIs as they are.</summary>
    public string? Base { get; init; }

    /// <summary>A context that is processed before the document's own: a context or a map that has one. Null by default.</summary>
    public JsonNode? ExpandContext { get; init; }

    /// <summary>An array of one item becomes the item where the context does not ask for an array. True by default.</summary>
    public bool CompactArrays { get; init; } = true;

    /// <summary>IRIs are made relative to the base while compacting. True by default.</summary>
    public bool CompactToRelative { get; init; } = true;

    /// <summary>
    /// Keys are processed in code point order. True by default, so that the same document always gives the same blank node labels; the
    /// specification leaves the order open unless this is true.
    /// </summary>
    public bool Ordered { get; init; } = true;

    /// <summary>Version of the algorithms; 1.1 by default.</summary>
    public JsonLdProcessingMode ProcessingMode { get; init; }

    /// <summary>Blank nodes may be predicates. False by default.</summary>
    public bool ProduceGeneralizedRdf { get; init; }

    /// <summary>How directions become RDF and come back.</summary>
    public RdfDirection RdfDirection { get; init; }

    /// <summary>From RDF: numbers and booleans become JSON's own. False by default.</summary>
    public bool UseNativeTypes { get; init; }

    /// <summary>From RDF: rdf:type stays a property. False by default.</summary>
    public bool UseRdfType { get; init; }

    /// <summary>
    /// Whatever JSON-LD would drop in silence (a term that no context defines, a relative type, a value without a property …) is an error with code
    /// <see cref="JsonLdErrorCode.DataLoss"/>. False by default; always true before something is signed.
    /// </summary>
    public bool Safe { get; init; }

    /// <summary>Where contexts and documents come from. By default the published contexts of our field that are embedded here, and nothing else.</summary>
    public IDocumentLoader Loader { get; init; } = EmbeddedContexts.Loader;

    /// <summary>How much a document may ask for.</summary>
    public JsonLdBudget Budget { get; init; } = JsonLdBudget.Default;
}
