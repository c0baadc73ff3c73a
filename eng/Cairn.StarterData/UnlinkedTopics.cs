using System.Globalization;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Needs;
using Microsoft.EntityFrameworkCore;

namespace Cairn.StarterData;

/// <summary>
/// Where the matcher leaves most on the table: needs that no program ready for plans teaches, by how many occupations they are planned for,
/// and listed topics of fresh programs that link to nothing. A person reads both and writes lines of topic-synonyms.txt.
/// </summary>
internal static class UnlinkedTopics
{
    public static async Task<int> RunAsync(string file, string count)
    {
        var shown = int.Parse(count, CultureInfo.InvariantCulture);
        await using var installation = await TemporaryInstallation.OpenAsync();
        await installation.Get<LoadStarterData>().RunAsync(file, _ => { });
        await using var db = installation.Database.Open();
        var sameAs = await db.Set<SameSkill>().AsNoTracking().ToDictionaryAsync(s => s.OtherId, s => s.SkillId);
        var names = await db.Set<SkillName>().AsNoTracking().Where(n => n.Kind == NameKind.Preferred && n.Language == "en").ToDictionaryAsync(n => n.SkillId, n => n.Text);
        var planned = await PlannedAsync(db);

        var programs = (await db.Set<LearningProgram>().AsNoTracking().ToListAsync()).Where(StarterReport.IsFresh).ToDictionary(p => p.Id);
        var plannable = programs.Values.Where(p => p.Hours is not null && p.PriceKind != PriceKind.Unknown).Select(p => p.Id).ToHashSet();
        var taught = (await db.Set<ProgramSkill>().AsNoTracking().Where(s => s.Basis != SkillBasis.Guessed).ToListAsync())
            .Where(s => plannable.Contains(s.ProgramId)).Select(s => sameAs.GetValueOrDefault(s.SkillId, s.SkillId)).ToHashSet();
        Console.WriteLine("occupations that plan for it | need that no program teaches");
        foreach (var (skill, occupations) in planned.Where(n => !taught.Contains(n.Key)).OrderByDescending(n => n.Value).ThenBy(n => n.Key.Value, StringComparer.Ordinal).Take(shown))
            Console.WriteLine($"{occupations} | {names.GetValueOrDefault(skill)}");

        var matcher = (await ReadProgramList.MatcherAsync(db, default))!;
        Console.WriteLine("programs | of them without any link | unlinked topic | nearest skill | occupations that plan for that");
        var linked = (await db.Set<ProgramSkill>().AsNoTracking().Where(s => s.Basis != SkillBasis.Guessed).Select(s => s.ProgramId).Distinct().ToListAsync()).ToHashSet();
        var topics = (await db.Set<ProgramTopic>().AsNoTracking().ToListAsync()).Where(t => programs.ContainsKey(t.ProgramId));
        foreach (var topic in topics.GroupBy(t => t.Text, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var matches = matcher.Match(topic.Key, "und", [topic.Key]);
            if (matches.Any(m => m.Basis == SkillBasis.Listed))
                continue;
            var nearest = matches.Count == 0 ? default : sameAs.GetValueOrDefault(matches[0].SkillId, matches[0].SkillId);
            Console.WriteLine($"{topic.Count()} | {topic.Count(t => !linked.Contains(t.ProgramId))} | {topic.Key} | {(matches.Count == 0 ? null : names.GetValueOrDefault(nearest))} | {planned.GetValueOrDefault(nearest)}");
        }

        Console.WriteLine("titles of fresh programs without any link");
        var titles = await db.Set<ProgramName>().AsNoTracking().Where(n => n.Ordinal == 0).ToListAsync();
        foreach (var title in titles.Where(t => programs.ContainsKey(t.ProgramId) && !linked.Contains(t.ProgramId)).OrderBy(t => programs[t.ProgramId].ListId, StringComparer.Ordinal).ThenBy(t => t.Text, StringComparer.Ordinal))
            Console.WriteLine($"{programs[title.ProgramId].ListId} | {title.Text}");
        return 0;
    }

    /// <summary>By how many O*NET occupations each skill is planned for.</summary>
    private static async Task<Dictionary<SkillId, int>> PlannedAsync(Cairn.Web.Data.CairnDb db)
    {
        using var cache = new NeedCountsCache();
        var query = new OccupationNeedsQuery(db, new NeedsRule(), cache);
        var planned = new Dictionary<SkillId, int>();
        foreach (var occupation in await db.Set<Occupation>().AsNoTracking().Where(o => o.Framework == "onet").Select(o => o.Id).ToListAsync())
        {
            if (await query.OfAsync(occupation, default) is not { } list)
                continue;
            foreach (var need in list.Needs.Where(n => n.Planned))
                planned[need.SkillId] = planned.GetValueOrDefault(need.SkillId) + 1;
        }
        return planned;
    }
}
