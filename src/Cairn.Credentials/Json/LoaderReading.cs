using System.Text.Json.Nodes;
using Cairn.JsonLd;

namespace Cairn.Credentials.Json;

/// <summary>Asking for documents that may not be there: that one cannot be had is an answer here, and no error.</summary>
internal static class LoaderReading
{
    /// <summary>The document at an address; null when it is not at hand.</summary>
    /// <param name="documents">Documents by address; null knows none.</param>
    /// <param name="url">The address.</param>
    /// <param name="problem">Why it could not be had, when there was an attempt; null when nobody knows the address.</param>
    public static LoadedDocument? Obtain(this IDocumentLoader? documents, string url, out string? problem)
    {
        problem = null;
        try
        {
            return documents?.Load(url);
        }
        catch (DocumentNotLoadedException why)
        {
            problem = why.Reason;
            return null;
        }
    }

    /// <summary>The JSON object at an address; null when it is not at hand, or is something else.</summary>
    public static JsonObject? ObtainObject(this IDocumentLoader? documents, string url) =>
        documents.Obtain(url, out _) is { } loaded && CredentialDocument.TryParse(loaded.Content.Span, out var document, out _) ? document.Json as JsonObject : null;
}
