using Cairn.JsonLd;

namespace Cairn.Credentials.Json;

/// <summary>
/// The contexts of the library, and beside them the documents that were given. A given document never replaces a context of the library, not under its
/// address with a fragment either: what is given is looked up without.
/// </summary>
/// <param name="given">Documents by address; null knows none.</param>
internal sealed class DocumentsAtHand(IDocumentLoader? given) : IDocumentLoader
{
    private static readonly DocumentsAtHand OfTheLibrary = new(null);

    public static IDocumentLoader With(IDocumentLoader? given) => given is null ? OfTheLibrary : new DocumentsAtHand(given);

    public LoadedDocument? Load(string url) => EmbeddedContexts.Loader.Load(url.Split('#', 2)[0]) ?? given?.Load(url);
}
