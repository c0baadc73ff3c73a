using Cairn.Web.Drawing;
using Cairn.Web.Features.Explore.Search;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Home;

/// <summary>What the catalogue holds, counted.</summary>
internal sealed record CatalogueCounts(long Programs, long Providers, long Occupations, long Skills, bool IsDemonstration);

internal sealed class HomeModel(SearchEngine search) : PageModel
{
    /// <summary>A picture of the idea, not of anyone's awards.</summary>
    public static readonly CairnStone[] Stones =
    [
        new("river", 190, Stone.Assessed), new("slate", 122, Stone.Assessed), new("granite", 74, Stone.Completed),
        new("flint", 42, Stone.Assessed), new("chalk", 19, Stone.Unchecked), new("sand", 9, Stone.OwnWord),
    ];

    /// <summary>Without it the line is left out: nothing is said that was not counted.</summary>
    public CatalogueCounts? Catalogue { get; private set; }

    public void OnGet() => Catalogue = search.Newest is { } index
        ? new(index.Programs.Length, index.Providers.Length, index.Occupations.Length, index.Skills.Length, index.DemonstrationOnly)
        : null;
}
