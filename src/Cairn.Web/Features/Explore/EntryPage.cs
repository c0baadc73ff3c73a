using System.Globalization;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore;

/// <summary>One page of skills, occupations or providers: found by words, or all of them, the commonest first.</summary>
/// <param name="Words">What was looked for.</param>
/// <param name="Number">This page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Total">Entries on all pages.</param>
/// <param name="Entries">Their numbers, with the other name that fits, if it is not the name shown.</param>
/// <param name="Remarks">What could not be used of the address.</param>
internal sealed record EntryPage(string Words, int Number, int Pages, int Total, IReadOnlyList<(int Entry, string? AlsoCalled)> Entries, IReadOnlyList<Remark> Remarks)
{
    public const int Size = 50;

    /// <summary>Nobody reads further than this; better words find more than a longer list.</summary>
    public const int MostFound = 200;

    /// <param name="query">From the address: <c>q</c> and <c>page</c>.</param>
    /// <param name="find">Entries for words, best first.</param>
    /// <param name="all">All entries in the usual order.</param>
    public static EntryPage Read(IQueryCollection query, Func<string, IReadOnlyList<(int Entry, string? AlsoCalled)>> find, Func<IReadOnlyList<int>> all)
    {
        var asked = ProgramQuery.Read(query);
        var entries = asked.Words.Length > 0 ? find(asked.Words) : [.. all().Select(entry => (entry, (string?)null))];
        var pages = Math.Max(1, (entries.Count + Size - 1) / Size);
        List<Remark> remarks = [.. asked.Remarks.Where(remark => remark.Kind is RemarkKind.WordsCut or RemarkKind.PageUnknown)];
        if (asked.Page > pages)
            remarks.Add(new(RemarkKind.PageAfterLast, pages.ToString(CultureInfo.InvariantCulture)));
        var number = Math.Min(asked.Page, pages);
        return new(asked.Words, number, pages, entries.Count, [.. entries.Skip((number - 1) * Size).Take(Size)], remarks);
    }

    public string Address(string path, int page) =>
        new ProgramQuery { Words = Words, Page = page }.Address(path);

    public static (int Entry, string? AlsoCalled) Found(LabelMatch match, LocalName shown) => (match.Entry,
        match.Name == NameKind.Alternate && !string.Equals(match.Text, shown.Text, StringComparison.OrdinalIgnoreCase) ? match.Text : null);
}
