using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;

namespace Cairn.StarterData;

/// <summary>
/// Facts of Harvard's short programs: title, link, form, price, weeks, as its public pages stated them in spring 2026. Weekly effort is not on that
/// list; where edX stated it for the same course in 2020 or 2021 the hours are estimated from it, and say so.
/// </summary>
internal static class WellKnownHarvard
{
    private static readonly (string File, int Year)[] EffortLists = [("edx_2021_extended.csv", 2021), ("edx_2020_usd.csv", 2020)];

    public static ReadList Read(string courses)
    {
        var list = ReadProgramList.Read(new ProgramListOptions(Path.Combine(courses, "harvard_professional_2026.csv")));
        var efforts = Efforts(courses);
        var drafts = list.Drafts.ToList();
        foreach (var draft in drafts.Where(d => d.Length?.Hours is null))
        {
            if (efforts.TryGetValue(ProgramKeys.Compact(draft.Title), out var effort))
            {
                draft.Length = new Length(effort.Length.Hours, draft.Length?.Weeks ?? effort.Length.Weeks, HoursBasis.Band, $"{effort.Length.Derivation}, as edX stated in {effort.Year}");
                draft.Level ??= effort.Level;
            }
        }
        return list with { Drafts = drafts, Mapping = list.Mapping with { List = list.Mapping.List with { Id = "well-known-harvard", Name = Name, Publisher = "The Cairn developers", Attribution = Attribution } } };
    }

    private const string Name = "Short programs of Harvard University, spring 2026";
    private const string Attribution = "Facts of programs (title, link, form, price, length) stated from their public pages. Cairn is not connected with Harvard University.";

    private static Dictionary<string, (Length Length, int? Level, int Year)> Efforts(string courses)
    {
        var efforts = new Dictionary<string, (Length, int?, int)>(StringComparer.Ordinal);
        foreach (var (file, year) in EffortLists)
        {
            foreach (var draft in ReadProgramList.Read(new ProgramListOptions(Path.Combine(courses, file))).Drafts)
            {
                if (draft.Length is { Hours: not null } length && draft.Provider.Contains("Harvard", StringComparison.Ordinal))
                    efforts.TryAdd(ProgramKeys.Compact(draft.Title), (length, draft.Level, year));
            }
        }
        return efforts;
    }
}
