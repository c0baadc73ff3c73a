using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>What the catalogue says now of some programs, so that a list can be compared with it.</summary>
internal sealed class KnownFacts
{
    public Dictionary<ProgramId, LearningProgram> Programs { get; } = [];
    public Dictionary<ProgramId, ProgramName> Names { get; } = [];
    public Dictionary<(ProgramId, string Register), ProgramApproval> Approvals { get; } = [];
    public Dictionary<ProgramId, List<string>> Topics { get; } = [];
    public ILookup<ProgramId, ProgramListing> Listings { get; private set; } = Array.Empty<ProgramListing>().ToLookup(l => l.ProgramId);

    public static async Task<KnownFacts> LoadAsync(CairnDb db, ProgramId[] ids, CancellationToken cancellationToken)
    {
        var known = new KnownFacts();
        await foreach (var program in db.Set<LearningProgram>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Programs[program.Id] = program;
        if (known.Programs.Count == 0)
            return known;
        await foreach (var name in db.Set<ProgramName>().AsNoTracking().Where(n => n.Ordinal == 0 && EF.Parameter(ids).Contains(n.ProgramId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Names.TryAdd(name.ProgramId, name);
        var topics = db.Set<ProgramTopic>().AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.ProgramId)).OrderBy(t => t.ProgramId).ThenBy(t => t.Ordinal);
        await foreach (var topic in topics.AsAsyncEnumerable().WithCancellation(cancellationToken))
            (known.Topics.TryGetValue(topic.ProgramId, out var texts) ? texts : known.Topics[topic.ProgramId] = []).Add(topic.Text);
        await foreach (var approval in db.Set<ProgramApproval>().AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.ProgramId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Approvals[(approval.ProgramId, approval.Register)] = approval;
        known.Listings = (await db.Set<ProgramListing>().AsNoTracking().Where(l => EF.Parameter(ids).Contains(l.ProgramId)).ToListAsync(cancellationToken)).ToLookup(l => l.ProgramId);
        return known;
    }
}
