using System.Diagnostics;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Imports;
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
        return 0;
    }

    public static bool IsFresh(LearningProgram program) => program.AsOf.AddMonths(12) >= Today;

    public static bool IsReady(LearningProgram program, HashSet<ProgramId> linked) =>
        IsFresh(program) && program.Hours is not null && program.PriceKind != PriceKind.Unknown && linked.Contains(program.Id);

    private static string Line(string name, List<LearningProgram> programs, HashSet<ProgramId> linked) =>
        $"{name} | {programs.Count:N0} | {programs.Count(IsFresh):N0} | {programs.Count(p => p.Link is not null):N0} | {programs.Count(p => p.Hours is not null):N0} "
        + $"({programs.Count(p => p.HoursBasis is HoursBasis.Band or HoursBasis.Video):N0}) | {programs.Count(p => p.PriceKind != PriceKind.Unknown):N0} | "
        + $"{programs.Count(p => linked.Contains(p.Id)):N0} | {programs.Count(p => IsReady(p, linked)):N0}";
}
