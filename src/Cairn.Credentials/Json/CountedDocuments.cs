using Cairn.JsonLd;

namespace Cairn.Credentials.Json;

/// <summary>
/// The documents that were given, each asked for once and so many at the most in one verification, whatever the document under verification names: a
/// stranger's document must not make this machine fetch or unpack without end. Looked up without fragment.
/// </summary>
/// <param name="given">Where they come from.</param>
/// <param name="maxDocuments">Most that are asked for.</param>
internal sealed class CountedDocuments(IDocumentLoader given, int maxDocuments) : IDocumentLoader
{
    private readonly Dictionary<string, LoadedDocument?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentNotLoadedException> _failed = new(StringComparer.Ordinal);

    public static CountedDocuments? Of(IDocumentLoader? given, CredentialBudget budget) =>
        given is null ? null : given as CountedDocuments ?? new CountedDocuments(given, budget.MaxDocuments);

    public LoadedDocument? Load(string url)
    {
        var address = url.Split('#', 2)[0];
        if (_failed.TryGetValue(address, out var failed))
            throw failed;
        if (_known.TryGetValue(address, out var known))
            return known;
        if (_known.Count + _failed.Count >= maxDocuments)
            throw new DocumentNotLoadedException(address, $"More than {maxDocuments} documents would be needed, the limit {nameof(CredentialBudget.MaxDocuments)}.");
        try
        {
            return _known[address] = given.Load(address);
        }
        catch (DocumentNotLoadedException why)
        {
            _failed[address] = why;
            throw;
        }
    }
}
