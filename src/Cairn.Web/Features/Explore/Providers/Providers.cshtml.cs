using Cairn.Web.Features.Explore.Search;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore.Providers;

/// <summary>Providers, those with most programs first.</summary>
internal sealed class ProvidersModel(SearchEngine search) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public EntryPage Entries { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        var all = Enumerable.Range(0, Index.Providers.Length).Where(n => Index.Providers[n].Programs.Length > 0)
            .OrderByDescending(n => Index.Providers[n].Programs.Length).ThenBy(n => n);
        Entries = EntryPage.Read(
            Request.Query,
            asked => [.. Named(all, asked).Select(n => (n, (string?)null))],
            () => [.. all]);
    }

    /// <summary>Names that hold every word asked for.</summary>
    private IEnumerable<int> Named(IEnumerable<int> all, string asked)
    {
        var wanted = Words.Fold(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return all.Where(n => Words.Fold(Index.Providers[n].Name) is var name && Array.TrueForAll(wanted, word => name.Contains(word, StringComparison.Ordinal)));
    }
}
