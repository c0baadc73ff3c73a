using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Explore.Providers;

/// <summary>One provider: what it offers, and the skills it teaches most.</summary>
internal sealed class ProviderModel(SearchEngine search, CairnDb db) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public Provider Provider { get; private set; } = null!;
    public IReadOnlyList<int> Programs { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyList<(int Skill, int Count)> Skills { get; private set; } = [];
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        var asked = new ProviderId(id);
        if (await db.Set<Provider>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == asked, cancel) is not { } provider)
            return NotFound();
        Provider = provider;
        var programs = Index.ProviderNumbers.TryGetValue(asked, out var number) ? Index.Providers[number].Programs : [];
        Total = programs.Length;
        Programs = [.. programs.OrderBy(n => Index.Orders.PlainRank[n]).Take(SearchPrograms.PageSize)];
        Skills = [.. programs.SelectMany(n => Index.Programs[n].Covers).GroupBy(skill => skill).Select(group => (group.Key, group.Count())).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key).Take(12)];
        return Page();
    }
}
