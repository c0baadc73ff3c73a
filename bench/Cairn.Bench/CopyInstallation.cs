using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Bench;

/// <summary>Copies the catalogue of an installation into a fresh database of either kind, with at most so many programs.</summary>
internal static class CopyInstallation
{
    public static async Task RunAsync(CairnDatabase from, CairnDb to, int programs)
    {
        await using var source = from.Open();
        await to.Database.OpenConnectionAsync();
        await using var transaction = await to.Database.BeginTransactionAsync();
        // Every n-th by id, so that all lists are among them.
        var all = (await source.Set<LearningProgram>().AsNoTracking().Select(program => program.Id).ToListAsync()).OrderBy(id => id.Value, StringComparer.Ordinal).ToList();
        var step = Math.Max(1.0, all.Count / (double)programs);
        var kept = Enumerable.Range(0, Math.Min(programs, all.Count)).Select(n => all[(int)(n * step)]).ToHashSet();

        await CopyAsync<Framework>(source, to, "frameworks");
        await CopyAsync<Skill>(source, to, "skills");
        await CopyAsync<SkillName>(source, to, "skill_names");
        await CopyAsync<SameSkill>(source, to, "same_skills");
        await CopyAsync<Occupation>(source, to, "occupations");
        await CopyAsync<OccupationName>(source, to, "occupation_names");
        await CopyAsync<OccupationSkill>(source, to, "occupation_skills");
        await CopyAsync<Outlook>(source, to, "outlooks");
        await CopyAsync<CatalogueList>(source, to, "catalogue_lists");
        await CopyAsync<Provider>(source, to, "providers");
        await CopyAsync<ProgramSubscription>(source, to, "program_subscriptions");
        await CopyAsync<LearningProgram>(source, to, "programs", program => kept.Contains(program.Id));
        await CopyAsync<ProgramName>(source, to, "program_names", name => kept.Contains(name.ProgramId));
        await CopyAsync<ProgramSkill>(source, to, "program_skills", skill => kept.Contains(skill.ProgramId));
        await CopyAsync<ProgramTopic>(source, to, "program_topics", topic => kept.Contains(topic.ProgramId));
        await CopyAsync<ProgramOccupation>(source, to, "program_occupations", link => kept.Contains(link.ProgramId));
        await CopyAsync<ImportRecord>(source, to, "imports");
        await transaction.CommitAsync();
    }

    private static async Task CopyAsync<TRow>(CairnDb from, CairnDb to, string table, Func<TRow, bool>? keep = null)
        where TRow : class
    {
        var rows = await from.Set<TRow>().AsNoTracking().ToListAsync();
        await new BulkTable(to, table).PutAsync(to, rows.Where(keep ?? (_ => true)), CancellationToken.None);
    }
}
