using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore.Occupations;

/// <summary>Occupations by title, other title or near spelling; without words, those with most openings first.</summary>
internal sealed class OccupationsModel(SearchEngine search) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public EntryPage Entries { get; private set; } = null!;
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        Entries = EntryPage.Read(
            Request.Query,
            words => [.. Index.Labels.Find(words, label => label.Kind == EntryKind.Occupation, EntryPage.MostFound).Select(match => EntryPage.Found(match, Index.Occupations[match.Entry].Names.In(Language)))],
            () => [.. Enumerable.Range(0, Index.Occupations.Length).OrderByDescending(n => Index.Occupations[n].Openings ?? -1).ThenBy(n => Index.Occupations[n].Names.In(Language).Text, StringComparer.Ordinal)]);
    }
}
