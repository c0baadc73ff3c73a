using System.Diagnostics.CodeAnalysis;
using Cairn.JsonLd;

namespace Cairn.Cli.Lines;

/// <summary>Documents under one address come from a folder; all others are the contexts that the library has with it.</summary>
internal sealed class FolderDocuments(string rootUrl, string folder) : IDocumentLoader
{
    private readonly string root = rootUrl.EndsWith('/') ? rootUrl : rootUrl + "/";

    public LoadedDocument? Load(string url) =>
        IsUnderRoot(url) ? new LoadedDocument(url, Read(url)) : EmbeddedContexts.Loader.Load(url);

    /// <summary>The address of a file of the folder that is named without the address before it, as the manifests of the W3C name theirs.</summary>
    internal bool TryFind(string name, [NotNullWhen(true)] out string? url)
    {
        url = root + name;
        try
        {
            if (File.Exists(FileOf(url)))
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

    private bool IsUnderRoot(string url) => url.StartsWith(root, StringComparison.Ordinal);

    private byte[] Read(string url)
    {
        string file = FileOf(url);
        try
        {
            using FileStream stream = File.OpenRead(file);
            // One byte more than is allowed is enough for the library to refuse it.
            byte[] bytes = new byte[Math.Min(stream.Length, JsonLdBudget.Default.MaxBytes + 1L)];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DocumentNotLoadedException(url, "there is no file of it in the folder rootDir names", problem);
        }
    }

    /// <summary>Step by step, because a link anywhere on the way would lead out of the folder.</summary>
    private string FileOf(string url)
    {
        string file = folder;
        foreach (string step in Uri.UnescapeDataString(url[root.Length..].Split('?', '#')[0]).Split('/'))
        {
            file = Path.Combine(file, step);
            if (step is "" or "." or ".." || step.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()))
            {
                throw new DocumentNotLoadedException(url, "its path is not that of a file inside the folder rootDir names");
            }

            if (new FileInfo(file).LinkTarget is not null)
            {
                throw new DocumentNotLoadedException(url, "a link is on its path, and links are not followed");
            }
        }

        return file;
    }
}
