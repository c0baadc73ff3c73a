using System.Globalization;
using Cairn.Web.Data;
using Cairn.Web.Features.Explore.Occupations;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Plans;

/// <summary>A plan as it was worked out on a day. Whoever has the link sees it; nobody can change it, and it leads to nobody's goal.</summary>
internal sealed class KeptModel(CairnDb db, SearchEngine search, ReadOccupation read, Texts t) : PageModel
{
    public PlanView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string link, string? plan, CancellationToken cancellationToken)
    {
        PrivatePage.Mark(Response);
        if (await PlanAccess.FindAsync(db, link, cancellationToken) is not { } kept)
            return NotFound();
        var index = await search.IndexAsync(cancellationToken);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var state = StoredPlan.State(kept);
        var entry = kept.OccupationId is { } id && await read.RunAsync(index, id, language, cancellationToken) is { } facts ? EntrySummary.Of(facts.Entry, t) : null;
        var title = GoalTitle.Of(kept.OccupationId, [.. state.Request.Needs.Select(need => new SkillId(need.Skill))], index, language, t);
        View = new PlanView(
            PlanSheet.Of(state.Request, state.Findings!, state.Assumptions, state.Programs, plan ?? kept.Chosen), title, entry, index, language, kept,
            key => $"{Url.Content($"~/plans/{link}")}?plan={Uri.EscapeDataString(key)}", GoalLink: null);
        return Page();
    }
}
