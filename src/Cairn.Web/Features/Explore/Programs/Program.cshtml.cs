using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore.Programs;

/// <summary>One program: what it teaches and on what evidence, what it costs, who recognises it, where it leads.</summary>
internal sealed class ProgramModel(SearchEngine search, ReadProgram read) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public ProgramFacts Facts { get; private set; } = null!;
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;
    public LocalName Name => Facts.Names.In(Language);

    /// <summary>Programs that cover most of the same skills, to compare with.</summary>
    public IReadOnlyList<int> Alike { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        if (await read.RunAsync(Index, new ProgramId(id), cancel) is not { } facts)
            return NotFound();
        Facts = facts;
        Alike = FindAlike();
        return Page();
    }

    private int[] FindAlike()
    {
        if (!Index.ProgramNumbers.TryGetValue(Facts.Program.Id, out var self))
            return [];
        var shared = new Dictionary<int, int>();
        foreach (var skill in Index.Programs[self].Covers.Where(skill => Index.Skills[skill].Programs.Length < 2000))
        {
            foreach (var other in Index.Skills[skill].Programs)
                shared[other] = shared.GetValueOrDefault(other) + 1;
        }

        shared.Remove(self);
        return [.. shared.OrderByDescending(pair => pair.Value).ThenBy(pair => Index.Orders.PlainRank[pair.Key]).Take(3).Select(pair => pair.Key)];
    }
}
