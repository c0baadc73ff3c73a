using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Explore.Programs;

/// <summary>The catalogue: a question, what it can be narrowed by, and the programs that answer it.</summary>
internal sealed class ProgramsModel(SearchEngine search, ExploreWords words, Texts t) : PageModel
{
    public CatalogueIndex Index { get; private set; } = null!;
    public ProgramResults Results { get; private set; } = null!;
    public ProgramQuery Query => Results.Query;
    public string Language => HttpContext.Language().Culture.TwoLetterISOLanguageName;

    /// <summary>The h1 is the answer: how many programs, of what.</summary>
    public string Heading { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Index = await search.IndexAsync(cancel);
        Results = SearchPrograms.Run(Index, ProgramQuery.Read(Request.Query), words.Today);
        // A form sends its empty fields too: the address that is shown is the one to share. A script that swaps the list keeps its own.
        var address = Query.Address(Request.Path);
        if (Query.Remarks.Count == 0 && !Request.Headers.ContainsKey("X-Fragment") && address != Request.Path + Request.QueryString && Request.QueryString.HasValue && HasEmptyFields())
            return Redirect(Request.PathBase + address);
        Heading = Query.Words.Length > 0
            ? t.Many(Results.Total, "{0:N0} program for “{1}”", "{0:N0} programs for “{1}”", Query.Words)
            : t.Many(Results.Total, "{0:N0} program", "{0:N0} programs");
        return Page();
    }

    public string Canonical => ExploreLinks.Programs(Query);

    public IEnumerable<(Facet Facet, IReadOnlyList<FacetCount> Values)> Facets =>
        from facet in Enum.GetValues<Facet>()
        let values = Results.Facets[facet]
        where values.Any(value => value.IsChosen) || values.Count > 1 || (facet == Facet.Aid && values.Count > 0)
        select (facet, values);

    private bool HasEmptyFields() => Request.Query.Any(field => field.Value.Any(string.IsNullOrEmpty)) || Request.Query["sort"] == "relevance";
}
