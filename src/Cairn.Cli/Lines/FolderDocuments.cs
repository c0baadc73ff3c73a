using System.Diagnostics.CodeAnalysis;
using Cairn.JsonLd;

namespace Cairn.Cli.Lines;

/// <summary>Documents under one address come from a folder; all others are the contexts that the library has with it.</summary>
internal sealed class FolderDocuments(string rootUrl, string folder) : IDocumentLoader
{
    private readonly string _root = rootUrl.EndsWith('/') ? rootUrl : rootUrl + "/";

    public LoadedDocument? Load(string url) =>
        IsUnderRoot(url) ? new LoadedDocument(url, Read(url)) : EmbeddedContexts.Loader.Load(url);

    /// <summary>The address of a file of the folder that is named without the address before it, as the manifests of the W3C name theirs.</summary>
    internal bool TryFind(string name, [NotNullWhen(true)] out string? url)
    {
        url = _root + name;
        try
        {
            if (File.Exists(FolderFile.PathOf(folder, NameOf(url), url)))
            {
                return true;
            }
        }
        catch (DocumentNotLoadedException)
        {
            // It leads out of the folder, and what is out of it is not there.
        }

        url = null;
        return false;
    }

    private bool IsUnderRoot(string url) => url.StartsWith(_root, StringComparison.Ordinal);

    private byte[] Read(string url) => FolderFile.Read(folder, NameOf(url), url);

    private string NameOf(string url) => Uri.UnescapeDataString(url[_root.Length..].Split('?', '#')[0]);
}
