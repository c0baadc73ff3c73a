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
        JsonObject files = InputFile.ReadObject(index, Stream.Null, $"a folder with an {Index} of {{url: file}}");
        if (files.FirstOrDefault(entry => entry.Value?.GetValueKind() != JsonValueKind.String).Key is { } wrong)
        {
            throw new UnreadableInputException($"cairn: cannot read {index}: the file of {Plain.Text(wrong)} is no text. Expected {{url: file}}.");
        }

        return new GivenDocuments(files.ToDictionary(
            entry => entry.Key,
            entry => (Func<string, ReadOnlyMemory<byte>>)(url => FolderFile.Read(folder, entry.Value!.GetValue<string>(), url)),
            StringComparer.Ordinal));
    }
}
