using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Needs;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore.Occupations;

/// <summary>One occupation: what people in it usually have, then what it pays, then what it asks for.</summary>
internal sealed class OccupationModel(SearchEngine search, ReadOccupation read, OccupationNeedsQuery needsOf) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public OccupationFacts Facts { get; private set; } = null!;

    /// <summary>The weightiest needs: those a plan is made for.</summary>
    public IReadOnlyList<OccupationNeed> Planned { get; private set; } = [];

    /// <summary>Needs too, but lighter, or asked for nearly everywhere.</summary>
    public IReadOnlyList<OccupationNeed> Other { get; private set; } = [];

    /// <summary>O*NET's generic skills.</summary>
    public IReadOnlyList<OccupationNeed> Generic { get; private set; } = [];

    /// <summary>Whose needs these are, where it is not the occupation itself alone.</summary>
    public IReadOnlyList<NeedRemark> Remarks { get; private set; } = [];

    public OccupationRow Row => Index.Occupations[Facts.Number];
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        if (await read.RunAsync(Index, new OccupationId(id), Language, cancel) is not { } facts)
            return NotFound();
        Facts = facts;
        if (await needsOf.OfAsync(Row.Id, cancel) is { } asked)
        {
            var shown = asked.Needs.Where(need => Index.SkillNumbers.ContainsKey(need.SkillId)).ToList();
            Planned = shown.FindAll(need => need.Planned);
            Generic = shown.FindAll(need => need.NotPlanned == NotPlanned.Generic);
            Other = shown.FindAll(need => !need.Planned && need.NotPlanned != NotPlanned.Generic);
            Remarks = asked.Remarks;
        }

        return Page();
    }
}
