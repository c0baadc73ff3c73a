namespace Cairn.Web.Features.Explore;

/// <summary>The box above a list of entries, and the way from page to page below it.</summary>
/// <param name="Action">Address of the list, below the language.</param>
/// <param name="Label">What the box is for.</param>
/// <param name="Example">Words one might write.</param>
/// <param name="Page">What was found.</param>
internal sealed record EntrySearch(string Action, string Label, string Example, EntryPage Page);
