using Cairn.JsonLd.Json;

namespace Cairn.JsonLd;

/// <summary>A document as it was loaded.</summary>
/// <param name="Url">Where it was found in the end: the base of its relative IRIs.</param>
/// <param name="Content">JSON in UTF-8.</param>
public sealed record LoadedDocument(string Url, ReadOnlyMemory<byte> Content)
{
    private ContextDocument? _context;

    /// <summary>
    /// The document never changes, and its loader gives this same instance again: what is worked out from it is kept as long as the process lives.
    /// False by default.
    /// </summary>
    public bool IsPermanent { get; init; }

    /// <summary>The value of its @context, read once.</summary>
    internal ContextDocument ReadContext(JsonLdBudget budget) => _context ??= new ContextDocument(
        JsonTree.Read(Content.Span, budget) is JsonMap map && map.TryGet(Keywords.Context, out var context) ? context ?? ContextDocument.Null : null, Url, IsPermanent);
}

/// <summary>Finds the documents that contexts and documents name. A port: the library itself never opens a connection unless it is given a loader that does.</summary>
public interface IDocumentLoader
{
    /// <summary>Loads a document.</summary>
    /// <param name="url">An absolute IRI.</param>
    /// <returns>The document; null when this loader does not know it.</returns>
    /// <exception cref="DocumentNotLoadedException">It could not be had, with the reason.</exception>
    LoadedDocument? Load(string url);
}

/// <summary>A document could not be had.</summary>
public sealed class DocumentNotLoadedException : Exception
{
    /// <param name="url">Which one.</param>
    /// <param name="reason">Why, in one sentence.</param>
    /// <param name="inner">What stopped it, or null.</param>
    public DocumentNotLoadedException(string url, string reason, Exception? inner = null) : base($"{url}: {reason}", inner) => (Url, Reason) = (url, reason);

    /// <summary>The address that was asked for.</summary>
    public string Url { get; }

    /// <summary>Why, in one sentence.</summary>
    public string Reason { get; }
}
