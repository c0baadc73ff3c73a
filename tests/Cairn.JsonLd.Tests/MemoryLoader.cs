using System.Text;

namespace Cairn.JsonLd.Tests;

/// <summary>Documents that a test writes itself.</summary>
internal sealed class MemoryLoader(params (string Url, string Text)[] documents) : IDocumentLoader
{
    private readonly Dictionary<string, LoadedDocument> _documents =
        documents.ToDictionary(document => document.Url, document => new LoadedDocument(document.Url, Encoding.UTF8.GetBytes(document.Text)), StringComparer.Ordinal);

    public LoadedDocument? Load(string url) => _documents.GetValueOrDefault(url);
}
