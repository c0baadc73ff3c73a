using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore.Skills;

/// <summary>One skill: who teaches it, who asks for it, what stands around it.</summary>
internal sealed class SkillModel(SearchEngine search, ReadSkill read) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public SkillFacts Facts { get; private set; } = null!;
    public SkillRow Row => Index.Skills[Facts.Number];
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        if (await read.RunAsync(Index, new SkillId(id), Language, cancel) is not { } facts)
            return NotFound();
        Facts = facts;
        // The same skill has one address, whichever framework's id was asked for.
        return Row.Id.Value == id ? Page() : Redirect(Request.PathBase + ExploreLinks.Skill(Row.Id)[1..]);
    }

    /// <summary>The newest and fullest first, as everywhere.</summary>
    public int[] Best(int[] programs, int most) => [.. programs.OrderBy(n => Index.Orders.PlainRank[n]).Take(most)];
}
