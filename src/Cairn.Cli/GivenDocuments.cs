using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.JsonLd;

namespace Cairn.Cli;

/// <summary>Documents by their address without fragment, and nothing else: an address that is not among them is not known.</summary>
internal sealed class GivenDocuments(IReadOnlyDictionary<string, Func<string, ReadOnlyMemory<byte>>> documents) : IDocumentLoader
{
    private const string Index = "index.json";

    public LoadedDocument? Load(string url)
    {
        string address = url.Split('#')[0];
        return documents.TryGetValue(address, out Func<string, ReadOnlyMemory<byte>>? read) ? new LoadedDocument(address, read(address)) : null;
    }

    /// <summary>The documents of a folder: its <c>index.json</c> is <c>{url: file}</c>. The files must lie inside it, and links are not followed.</summary>
    /// <exception cref="UnreadableInputException">There is no such folder or index, or the index is not of that form.</exception>
    internal static GivenDocuments OfFolder(string folder)
    {
        string index = Path.Combine(folder, Index);
        byte[] bytes = InputFile.ReadAll(index, Stream.Null, $"a folder with an {Index} of {{url: file}}");
        try
        {
            var files = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
            return new GivenDocuments((files ?? throw new JsonException("it is no object")).ToDictionary(
                entry => entry.Key,
                entry => ReaderOf(folder, entry.Value is JsonValue file && file.GetValueKind() == JsonValueKind.String ? file.GetValue<string>() : throw new JsonException($"the file of {entry.Key} is no text")),
                StringComparer.Ordinal));
        }
        catch (JsonException wrong)
        {
            throw new UnreadableInputException($"cairn: cannot read {index}: {Plain.Text(wrong.Message)} Expected {{url: file}}.");
        }
    }

    private static Func<string, ReadOnlyMemory<byte>> ReaderOf(string folder, string name) => url =>
    {
        string file = folder;
        foreach (string step in name.Split('/'))
        {
            file = Path.Combine(file, step);
            if (step is "" or "." or ".." || step.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()) || Path.IsPathRooted(step))
            {
                throw new DocumentNotLoadedException(url, $"its file {name} is not inside the folder");
            }

            if (new FileInfo(file).LinkTarget is not null)
            {
                throw new DocumentNotLoadedException(url, "a link is on the path of its file, and links are not followed");
            }
        }

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
            throw new DocumentNotLoadedException(url, $"its file {name} cannot be read", problem);
        }
    };
}
