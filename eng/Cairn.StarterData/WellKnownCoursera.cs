using System.Text.RegularExpressions;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Catalogue.Lists.Converters;
using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Imports;

namespace Cairn.StarterData;

/// <summary>
/// Facts of programs that well-known providers (well-known-providers.txt) offer on Coursera: title, provider, link, kind, level, length band; no texts, no ratings.
/// Skills are those that Coursera listed for the same link, or the same title and provider, in 2023 to 2025. docs/starter-data.md gives the rule.
/// </summary>
internal static partial class WellKnownCoursera
{
    public const string ListId = "well-known-coursera";
    public const string SkillsListId = "coursera-skills-2023-2025";

    /// <summary>Another list of the same repository and commit names "March 2026" in 41 titles: it was read in March or later.</summary>
    public static readonly DateOnly AsOf = new(2026, 3, 1);

    /// <summary>The list price that coursera.org/courseraplus stated on that day.</summary>
    public static readonly ProgramSubscription Plus = new()
    {
        Id = "coursera-plus",
        Name = "Coursera Plus",
        PerMonth = 59_00,
        Currency = "USD",
        SourceLink = "https://www.coursera.org/courseraplus",
        AsOf = new DateOnly(2026, 8, 24),
    };

    private static readonly string[] SkillLists =
    [
        "mooc_2023_futurelearn_coursera_udacity_simplilearn.csv", "coursera_2024_v3.csv", "coursera_2024_partner_skills.csv", "coursera_2025_programs_courses_is450.csv",
    ];

    /// <summary>The list, and the links of the programs whose skills come from the older lists.</summary>
    public static (ReadList List, HashSet<string> TaughtByOlderLists) Read(string courses)
    {
        var known = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "well-known-providers.txt"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => ProgramKeys.OfProvider(Texts.ProviderName(l)!)).ToHashSet();
        var list = ReadProgramList.Read(new ProgramListOptions(Path.Combine(courses, "coursera_2026_search.csv")));
        var (byLink, byTitle) = Skills(courses);

        var taughtByOlder = new HashSet<string>(StringComparer.Ordinal);
        var drafts = new List<ProgramDraft>();
        foreach (var draft in list.Drafts.Where(d => known.Contains(ProgramKeys.OfProvider(d.Provider))))
        {
            if (draft.Topics.Count == 0 && (byLink.GetValueOrDefault(ProgramKeys.OfLink(draft.Link) ?? "") ?? byTitle.GetValueOrDefault(ProgramKeys.OfTitle(draft.Title, draft.Provider))) is { } older)
            {
                draft.Topics.AddRange(older.Topics);
                draft.Language ??= older.Language;
                taughtByOlder.Add(draft.Link!);
            }
            draft.Language ??= LanguageOf(draft.Title);
            draft.AsOf = AsOf;
            draft.Price = new Price(PriceKind.Subscription, null, null, "Coursera Plus opens most of the catalogue; the program’s page says whether it is among it");
            drafts.Add(draft);
        }
        return (list with { Mapping = list.Mapping with { List = Facts }, AsOf = AsOf, Read = drafts.Count, Drafts = drafts, Refusals = new RefusedRows(), Remarks = [] }, taughtByOlder);
    }

    public static ListFacts Facts { get; } = new()
    {
        Id = ListId,
        Name = "Programs of well-known providers on Coursera, spring 2026",
        Publisher = "The Cairn developers",
        Attribution = "Facts of programs (title, provider, link, kind, level, length) stated from their public pages. Cairn is not connected with Coursera or the providers.",
        Link = "https://www.coursera.org/",
        AsOf = AsOf,
    };

    public static CatalogueList SkillsList { get; } = new()
    {
        Id = SkillsListId,
        Name = "Skills that Coursera listed for its programs, 2023 to 2025",
        Publisher = "The Cairn developers",
        Attribution = "Names of skills stated from the programs’ public pages.",
        Link = "https://www.coursera.org/",
        AsOf = new DateOnly(2024, 1, 1),
        Starter = true,
    };

    /// <summary>
    /// Where no list states the language, a title in another language than English does, and so does Coursera's mark of a translation: "(DE)".
    /// A title in English leaves it open.
    /// </summary>
    private static string? LanguageOf(string title) =>
        Translated().Match(title) is { Success: true } mark ? mark.Groups[1].Value.ToLowerInvariant()
        : TitleLanguage.Of(title) switch { "en" or null => null, "und" => OfScript(title), var language => language };

    private static string? OfScript(string title) => title.Select(c => c switch
    {
        >= '\u3040' and <= '\u30FF' => "ja",
        >= '\uAC00' and <= '\uD7A3' => "ko",
        >= '\u4E00' and <= '\u9FFF' => "zh",
        >= '\u0600' and <= '\u06FF' => "ar",
        >= '\u0590' and <= '\u05FF' => "he",
        >= '\u0E00' and <= '\u0E7F' => "th",
        _ => null,
    }).Where(l => l is not null).OrderBy(l => l != "ja").FirstOrDefault();

    [GeneratedRegex(@"\((DE|ES|FR|PT|AR|JA|KO|TR|PL|VI|TH|ID|HI)\)\s*$")]
    private static partial Regex Translated();

    private static (Dictionary<string, ProgramDraft> ByLink, Dictionary<string, ProgramDraft> ByTitle) Skills(string courses)
    {
        Dictionary<string, ProgramDraft> byLink = new(StringComparer.Ordinal), byTitle = new(StringComparer.Ordinal);
        foreach (var file in SkillLists)
        {
            foreach (var draft in ReadProgramList.Read(new ProgramListOptions(Path.Combine(courses, file))).Drafts.Where(d => d.Topics.Count > 0))
            {
                if (draft.Link?.Contains("coursera.org/", StringComparison.Ordinal) == true && ProgramKeys.OfLink(draft.Link) is { } link)
                    byLink.TryAdd(link, draft);
                byTitle.TryAdd(ProgramKeys.OfTitle(draft.Title, draft.Provider), draft);
            }
        }
        return (byLink, byTitle);
    }
}
