using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Cairn.Web.Hosting;

namespace Cairn.Web.Features.Explore;

/// <summary>The same searches for programs: <c>/suggest</c> for text boxes, <c>/api/programs</c> for everyone. See docs/api.md.</summary>
internal static class ExploreApi
{
    private const int MostAtOnce = 100;

    // Who asks with HEAD whether an address is alive gets the answer of GET without its body.
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapExplore(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/suggest", Read, Suggestions);
        app.MapMethods("/api/programs", Read, ProgramsAsync);
    }

    private static IResult Suggestions(HttpContext http, SearchEngine search, Suggest suggest)
    {
        var query = http.Request.Query;
        var kind = query["kind"].FirstOrDefault() switch { "occupation" => SuggestKind.Occupation, "skill" => SuggestKind.Skill, _ => SuggestKind.All };
        var limit = int.TryParse(query["limit"].FirstOrDefault(), out var wanted) ? wanted : Suggest.Usual;
        // A text box is not kept waiting: while the catalogue is being read it offers nothing.
        if (search.Newest is not { } index)
            return Results.Json(Array.Empty<Suggestion>());
        var aim = query["for"].FirstOrDefault();
        var towardsGoal = aim == "goal";
        var site = http.Request.PathBase;
        var found = suggest.Run(index, query["q"].FirstOrDefault() ?? "", kind, limit, http.Language().Culture.TwoLetterISOLanguageName, (entry, id) => aim == "name" ? null : Address(site, entry, id, towardsGoal));
        return Results.Json(found);
    }

    private static string Address(PathString site, EntryKind entry, string id, bool towardsGoal) => (entry, towardsGoal) switch
    {
        (EntryKind.Occupation, true) => site + ExploreLinks.PlanTowards(new OccupationId(id))[1..],
        (EntryKind.Occupation, false) => site + ExploreLinks.Occupation(new OccupationId(id))[1..],
        (_, true) => site + ExploreLinks.PlanTowards(new SkillId(id))[1..],
        _ => site + ExploreLinks.Skill(new SkillId(id))[1..],
    };

    private static async Task<IResult> ProgramsAsync(HttpContext http, SearchEngine search, ExploreWords words, CancellationToken cancel)
    {
        CatalogueIndex index;
        try
        {
            index = await search.IndexAsync(cancel);
        }
        catch (SearchNotReadyException)
        {
            http.Response.Headers.RetryAfter = "5";
            return Results.Problem("The catalogue is still being read. Ask again in a few seconds.", statusCode: 503);
        }

        var size = int.TryParse(http.Request.Query["size"].FirstOrDefault(), out var wanted) ? Math.Clamp(wanted, 1, MostAtOnce) : SearchPrograms.PageSize;
        var results = SearchPrograms.Run(index, ProgramQuery.Read(http.Request.Query), words.Today, size);
        return Results.Json(new
        {
            total = results.Total,
            page = results.Query.Page,
            pages = results.Pages,
            size,
            address = results.Query.Address("/api/programs"),
            currency = results.Currency,
            allWords = results.AllWords,
            readAs = results.Spellings.Select(near => new { typed = near.Typed, read = near.Read }),
            remarks = results.Query.Remarks.Select(words.Say),
            programs = results.Page.Select(number => Program(index, index.Programs[number])),
            facets = results.Facets.ToDictionary(
                facet => ProgramFacets.NameOf(facet.Key),
                facet => facet.Value.Select(value => new { value = value.Value, count = value.Count, chosen = value.IsChosen })),
        });
    }

    /// <summary>Facts only; what is unknown is null. Money is in minor units of its currency.</summary>
    private static object Program(CatalogueIndex index, ProgramRow program) => new
    {
        id = program.Id.Value,
        href = ExploreLinks.Program(program.Id)[1..],
        names = program.Names.Select(name => new { language = name.Language, text = name.Text }),
        provider = program.Provider < 0 ? null : new { id = index.Providers[program.Provider].Id.Value, name = index.Providers[program.Provider].Name },
        offer = program.Offer.ToString(),
        credential = program.Credential == CredentialType.Unknown ? null : program.Credential.ToString(),
        level = program.Level == 0 ? (int?)null : program.Level,
        language = program.Language,
        hours = program.Hours,
        hoursBasis = program.Hours is null ? null : program.HoursBasis.ToString(),
        priceKind = program.PriceKind.ToString(),
        price = program.Price,
        currency = program.Currency,
        perMonth = program.Subscription < 0 ? (long?)null : index.Subscriptions[program.Subscription].PerMonth,
        perMonthCurrency = program.Subscription < 0 ? null : index.Subscriptions[program.Subscription].Currency,
        covers = program.Covers.Select(skill => index.Skills[skill].Id.Value),
        mayCover = program.MayCover.Select(skill => index.Skills[skill].Id.Value),
        asOf = program.AsOf,
    };
}
