using Cairn.Web.Features.Explore.Search;

namespace Cairn.Web.Features.Explore;

/// <summary>Rows of programs, as every page lists them.</summary>
/// <param name="Index">Where the numbers count.</param>
/// <param name="Programs">Numbers, in order.</param>
/// <param name="Language">Of the reader.</param>
/// <param name="UnderHeading">It stands below a heading of its own; else each program is the next heading after the page's.</param>
/// <param name="MayCompare">Each row can be ticked for a comparison.</param>
internal sealed record ProgramList(CatalogueIndex Index, IReadOnlyList<int> Programs, string Language, bool UnderHeading = true, bool MayCompare = false);
