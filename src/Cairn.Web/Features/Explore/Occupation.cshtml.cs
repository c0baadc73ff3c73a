using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore;

/// <summary>One occupation: what people in it usually have, then what it pays, then what it asks for.</summary>
internal sealed class OccupationModel(SearchEngine search, ReadOccupation read) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public OccupationFacts Facts { get; private set; } = null!;
    public OccupationRow Row => Index.Occupations[Facts.Number];
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        Index = await search.IndexAsync(ProgramsModel.Patience, cancel);
        if (await read.RunAsync(Index, new OccupationId(id), Language, cancel) is not { } facts)
            return NotFound();
        Facts = facts;
        return Page();
    }
}
