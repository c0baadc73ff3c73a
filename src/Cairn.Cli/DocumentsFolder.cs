using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.JsonLd;

namespace Cairn.Cli;

/// <summary>A folder that serves addresses from files: <c>index.json</c> of <c>{url: file}</c>. An address that is not in it is not known.</summary>
internal sealed class DocumentsFolder : IDocumentLoader
{
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    private DocumentsFolder()
    {
    }

    /// <exception cref="UnreadableInputException">There is no such folder or index, or it names a file outside of the folder.</exception>
    internal static DocumentsFolder Read(string folder)
    {
        string index = Path.Combine(folder, "index.json");
        string root = Path.GetFullPath(folder);
        var documents = new DocumentsFolder();
        foreach ((string url, JsonNode? file) in ReadIndex(index))
        {
            string? name = file is JsonValue value && value.TryGetValue(out string? text) ? text : null;
            string path = Path.GetFullPath(Path.Combine(root, name ?? ""));
            if (name is null || !path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || IsReachedByLink(path, root))
            {
                throw new UnreadableInputException($"cairn: {index}: the file of {Plain.Text(url)} is not inside the folder.");
            }

            documents.files[url] = path;
        }

        return documents;
    }

    public LoadedDocument? Load(string url)
    {
        if (!files.TryGetValue(url.Split('#')[0], out string? file))
        {
            return null;
        }

        try
        {
            return new FileInfo(file).Length > MostBytes ? throw new DocumentNotLoadedException(url, "its file is larger than 16 MB")
                : new LoadedDocument(url, File.ReadAllBytes(file));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DocumentNotLoadedException(url, "its file cannot be read", problem);
        }
    }

    private static JsonObject ReadIndex(string index)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(index), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
                ?? throw new JsonException("it is no object");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            throw new UnreadableInputException($"cairn: cannot read {index}: {problem.Message}. Expected a JSON object of {{url: file}}.");
        }
    }

    private static bool IsReachedByLink(string path, string root)
    {
        for (string? step = path; step is not null && step.Length > root.Length; step = Path.GetDirectoryName(step))
        {
            if (new FileInfo(step).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
