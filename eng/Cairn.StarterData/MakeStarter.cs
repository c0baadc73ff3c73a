using System.IO.Compression;
using System.Reflection;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Bls;
using Cairn.Web.Features.Skills.Esco;
using Cairn.Web.Features.Skills.Onet;
using Microsoft.EntityFrameworkCore;

namespace Cairn.StarterData;

/// <summary>Makes the starter file: imports everything that may ship into an empty installation, then writes its tables down as pages.</summary>
internal static class MakeStarter
{
    /// <summary>Lists whose licence lets their rows ship (NOTICE names each).</summary>
    private static readonly string[] ListsThatShip =
    [
        "icourse163_2017_zh.csv", "udemy_2017_courses.csv", "uk_apprenticeship_standards_2018.csv", "etpl_newjersey_list_2018.csv", "etpl_newjersey_detail_2021.csv",
        "etpl_california_2026_sample60.json", "it_certifications_2026_rolemath.csv",
    ];

    /// <summary>The publisher's folder says so; the files do not.</summary>
    private const string EscoVersion = "1.2.0";

    /// <summary>The rest of the tables belongs to an installation and its people.</summary>
    private static readonly string[] FeaturesThatShip = ["Cairn.Web.Features.Skills", "Cairn.Web.Features.Catalogue"];

    /// <summary>O*NET importance below which a generic skill or area of knowledge is left out, in hundredths: half of the scale from 1 to 5 is "somewhat important".</summary>
    private const int LeastImportance = 250;

    public static async Task<int> RunAsync(string data, string target)
    {
        await using var installation = await TemporaryInstallation.OpenAsync();
        var crosswalk = Path.Combine(data, "crosswalks", "melo_crosswalk_esco_onet.csv");
        await installation.ImportAsync("onet", Path.Combine(data, "onet"), (_, _) => Task.FromResult(OnetReader.Read(Path.Combine(data, "onet"), null)));
        await installation.ImportAsync("esco", Path.Combine(data, "esco"), (_, _) => Task.FromResult(EscoReader.Read(Path.Combine(data, "esco"), crosswalk, null, EscoVersion)));
        await installation.ImportAsync("bls", Path.Combine(data, "bls"), async (db, stop) =>
            BlsReader.Read(Path.Combine(data, "bls"), await db.Set<Occupation>().AsNoTracking().ToListAsync(stop), null));
        await installation.ImportAsync("skills", "what O*NET and ESCO both name", SameSkills.PrepareAsync);
        await ImportProgramsAsync(installation, Path.Combine(data, "courses"));
        await SayWhatItIsAsync(installation.Database);
        await LeaveOutAsync(installation.Database);
        await WriteAsync(installation.Database, target);
        return await StarterReport.RunAsync(target);
    }

    private static async Task ImportProgramsAsync(TemporaryInstallation installation, string courses)
    {
        foreach (var file in ListsThatShip)
        {
            var options = new ProgramListOptions(Path.Combine(courses, file));
            await installation.ImportAsync("programs", file, (db, stop) => ReadProgramList.RunAsync(options, db, _ => { }, stop));
        }

        var (coursera, taughtByOlder) = WellKnownCoursera.Read(courses);
        foreach (var list in (IEnumerable<ReadList>)[WellKnownFacts.Read(), WellKnownHarvard.Read(courses), coursera])
            await installation.ImportAsync("programs", list.Mapping.List.Id, (db, stop) => ReadProgramList.IntoAsync(list, db, Cairn.Web.Features.Catalogue.Lists.Missing.Remove, _ => { }, stop));

        await using var db = installation.Database.Open();
        var taught = taughtByOlder.ToArray();
        db.Add(WellKnownCoursera.SkillsList);
        db.Add(WellKnownCoursera.Plus);
        await db.SaveChangesAsync();
        await db.Set<LearningProgram>().Where(p => p.ListId == WellKnownCoursera.ListId && p.PriceKind == PriceKind.Subscription)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.SubscriptionId, WellKnownCoursera.Plus.Id));
        await db.Set<LearningProgram>().Where(p => p.ListId == WellKnownCoursera.ListId && EF.Parameter(taught).Contains(p.Link))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.TopicsListId, WellKnownCoursera.SkillsListId));
    }

    /// <summary>What weighs much and is shown little; a person's own import of O*NET brings it. docs/starter-data.md names each.</summary>
    private static async Task LeaveOutAsync(CairnDatabase database)
    {
        await using var db = database.Open();
        await db.Set<OccupationSkill>().Where(s => s.Importance < LeastImportance).ExecuteDeleteAsync();
        await db.Set<EntryCondition>().Where(c => c.Share == 0).ExecuteDeleteAsync();
        await db.Set<RelatedOccupation>().Where(r => r.Tier == "Supplemental").ExecuteDeleteAsync();
    }

    private static async Task SayWhatItIsAsync(CairnDatabase database)
    {
        await using var db = database.Open();
        await db.Set<CatalogueList>().ExecuteUpdateAsync(set => set.SetProperty(l => l.Starter, true));
    }

    /// <summary>Rows in the order of their keys, so that the same sources give the same file.</summary>
    private static async Task WriteAsync(CairnDatabase database, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        await using var db = database.Open();
        await using var file = File.Create(target);
        await using var packed = new BrotliStream(file, new BrotliCompressionOptions { Quality = 9 });
        foreach (var entity in db.Model.GetEntityTypes().Where(e => FeaturesThatShip.Contains(e.ClrType.Namespace)).OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            var write = typeof(MakeStarter).GetMethod(nameof(WriteTableAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity.ClrType);
            await (Task)write.Invoke(null, [db, entity.GetTableName()!, packed])!;
        }
    }

    private static async Task WriteTableAsync<TRow>(CairnDb db, string table, Stream target)
        where TRow : class
    {
        var bulk = new BulkTable(db, table);
        var rows = (await db.Set<TRow>().AsNoTracking().ToListAsync()).OrderBy(bulk.KeyOf, StringComparer.Ordinal).Cast<object>().ToList();
        Console.WriteLine($"{table}: {rows.Count:N0}");
        foreach (var page in rows.Chunk(TablePage.Size))
            TablePage.Of(table, typeof(TRow), page, remove: false).WriteLine(target);
    }
}
