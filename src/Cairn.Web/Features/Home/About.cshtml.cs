using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Skills;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Home;

/// <summary>What this site is, and every source it holds facts of, with the sentence its licence asks for.</summary>
internal sealed class AboutModel(CairnDb db) : PageModel
{
    public IReadOnlyList<Framework> Frameworks { get; private set; } = [];
    public IReadOnlyList<CatalogueList> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Frameworks = await db.Set<Framework>().AsNoTracking().OrderBy(framework => framework.Name).ToListAsync(cancel);
        Lists = await db.Set<CatalogueList>().AsNoTracking().OrderBy(list => list.Name).ThenBy(list => list.Id).ToListAsync(cancel);
    }
}
