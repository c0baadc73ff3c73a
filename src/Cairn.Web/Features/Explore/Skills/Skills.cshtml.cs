using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore.Skills;

/// <summary>Skills that can be looked for; without words, those that most programs teach.</summary>
internal sealed class SkillsModel(SearchEngine search) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public EntryPage Entries { get; private set; } = null!;
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        Entries = EntryPage.Read(
            Request.Query,
            words => [.. Index.Labels.Find(words, label => label.Kind == EntryKind.Skill, EntryPage.MostFound).Select(match => EntryPage.Found(match, Index.Skills[match.Entry].Names.In(Language)))],
            () => [.. Enumerable.Range(0, Index.Skills.Length).Where(n => Index.Skills[n].Programs.Length > 0 || Index.Skills[n].Kind is SkillKind.Skill or SkillKind.Technology or SkillKind.Knowledge)
                .OrderByDescending(n => Index.Skills[n].Programs.Length).ThenByDescending(n => Index.Skills[n].Occupations).ThenBy(n => n)]);
    }
}
