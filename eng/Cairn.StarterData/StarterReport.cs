using System.Diagnostics;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Needs;
using Microsoft.EntityFrameworkCore;

namespace Cairn.StarterData;

/// <summary>What is in a starter file, counted after loading it the way the product does.</summary>
internal static class StarterReport
{
    /// <summary>The day for which the counts of docs/starter-data.md were made. A year later nothing in the file is fresh, and the counts say so.</summary>
    private static readonly DateOnly Today = new(2026, 11, 24);

    public static async Task<int> RunAsync(string file)
    {
        await using var installation = await TemporaryInstallation.OpenAsync();
        var watch = Stopwatch.StartNew();
        await installation.Get<LoadStarterData>().RunAsync(file, _ => { });
        Console.WriteLine($"{new FileInfo(file).Length / 1e6:0.0} MB, loaded in {watch.Elapsed.TotalSeconds:0.0} s");

        await using var db = installation.Database.Open();
        var programs = await db.Set<LearningProgram>().AsNoTracking().ToListAsync();
        var links = await db.Set<ProgramSkill>().AsNoTracking().Where(s => s.Basis != SkillBasis.Guessed).GroupBy(s => s.ProgramId).Select(g => g.Key).ToListAsync();
        var linked = links.ToHashSet();
        Console.WriteLine("list | programs | fresh | link | hours (estimated) | price | skills | ready for plans");
        foreach (var list in programs.GroupBy(p => p.ListId).OrderByDescending(g => g.Count()))
            Console.WriteLine(Line(list.Key, [.. list], linked));
        Console.WriteLine(Line("all", programs, linked));
        await NeedsAsync(db, programs.Where(p => IsReady(p, linked)).Select(p => p.Id).ToHashSet());
        return 0;
    }

    /// <summary>For how many O*NET occupations programs that are ready for plans teach the needs that are planned for; and which, for the three goals.</summary>
    private static async Task NeedsAsync(CairnDb db, HashSet<ProgramId> ready)
    {
        var shownAs = await db.Set<SameSkill>().AsNoTracking().ToDictionaryAsync(s => s.OtherId, s => s.SkillId);
        var taught = (await db.Set<ProgramSkill>().AsNoTracking().Where(s => s.Basis != SkillBasis.Guessed).ToListAsync())
            .Where(s => ready.Contains(s.ProgramId)).GroupBy(s => shownAs.GetValueOrDefault(s.SkillId, s.SkillId)).ToDictionary(g => g.Key, g => g.Count());
        var names = await db.Set<SkillName>().AsNoTracking().Where(n => n.Kind == NameKind.Preferred && n.Language == "en").ToDictionaryAsync(n => n.SkillId, n => n.Text);
        using var cache = new NeedCountsCache();
        var query = new OccupationNeedsQuery(db, new NeedsRule(), cache);

        var counts = new List<(int Planned, int Taught)>();
        var occupations = await db.Set<OccupationName>().AsNoTracking()
            .Join(db.Set<Occupation>(), n => n.OccupationId, o => o.Id, (n, o) => new { n.OccupationId, n.Text, n.Kind, n.Language, o.Framework })
            .Where(o => o.Kind == NameKind.Preferred && o.Language == "en" && (o.Framework == "onet" || EF.Parameter(Goals).Contains(o.Text))).ToListAsync();
        foreach (var occupation in occupations.OrderBy(o => o.OccupationId.Value, StringComparer.Ordinal))
        {
            if (await query.OfAsync(occupation.OccupationId, default) is not { } list)
                continue;
            var planned = list.Needs.Where(n => n.Planned).ToList();
            if (occupation.Framework == "onet")
                counts.Add((planned.Count, planned.Count(n => taught.ContainsKey(n.SkillId))));
            if (!Goals.Contains(occupation.Text))
                continue;
            Console.WriteLine($"{occupation.Text} ({occupation.OccupationId}): {planned.Count(n => taught.ContainsKey(n.SkillId))} of {planned.Count} needs taught");
            foreach (var need in planned)
                Console.WriteLine($"  {taught.GetValueOrDefault(need.SkillId),4} programs, weight {need.Weight}: {names.GetValueOrDefault(need.SkillId)}");
        }

        Console.WriteLine($"{counts.Count:N0} O*NET occupations; of the needs planned for, programs ready for plans teach");
        foreach (var least in (int[])[1, 3, 5, 8, 12])
            Console.WriteLine($"  at least {least}: {counts.Count(c => c.Taught >= least):N0} occupations");
        Console.WriteLine($"  at least half: {counts.Count(c => c.Planned > 0 && c.Taught * 2 >= c.Planned):N0} occupations");
    }

    /// <summary>The three goals of the first release, under the names both frameworks have for them.</summary>
    private static readonly string[] Goals =
        ["Search Marketing Strategists", "Market Research Analysts and Marketing Specialists", "digital marketing manager", "cloud engineer", "Computer Systems Engineers/Architects",
        "Health Informatics Specialists", "Health Information Technologists and Medical Registrars", "clinical informatics manager"];

    public static bool IsFresh(LearningProgram program) => program.AsOf.AddMonths(12) >= Today;

    public static bool IsReady(LearningProgram program, HashSet<ProgramId> linked) =>
        IsFresh(program) && program.Hours is not null && program.PriceKind != PriceKind.Unknown && linked.Contains(program.Id);

    private static string Line(string name, List<LearningProgram> programs, HashSet<ProgramId> linked) =>
        $"{name} | {programs.Count:N0} | {programs.Count(IsFresh):N0} | {programs.Count(p => p.Link is not null):N0} | {programs.Count(p => p.Hours is not null):N0} "
        + $"({programs.Count(p => p.HoursBasis is HoursBasis.Band or HoursBasis.Video):N0}) | {programs.Count(p => p.PriceKind != PriceKind.Unknown):N0} | "
        + $"{programs.Count(p => linked.Contains(p.Id)):N0} | {programs.Count(p => IsReady(p, linked)):N0}";
}
