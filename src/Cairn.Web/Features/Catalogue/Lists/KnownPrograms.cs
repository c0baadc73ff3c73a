using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>
/// What the catalogue holds already, so that a list can be compared with it: first only the keys by which programs are known, then the
/// facts of those that the list has too. The whole of a large catalogue would not fit beside the import.
/// </summary>
internal sealed class KnownPrograms
{
    private readonly Dictionary<(string ListId, string SourceKey), ProgramId> _bySource = [];
    private readonly Dictionary<string, ProgramId> _byOwnKey = [];
    private readonly Dictionary<ulong, ProgramId?> _byLink = [];
    private readonly Dictionary<ulong, ProgramId?> _byTitle = [];

    /// <summary>An empty catalogue.</summary>
    public static KnownPrograms None { get; } = new();

    public Dictionary<ProgramId, LearningProgram> Programs { get; } = [];
    public Dictionary<ProgramId, ProgramName> Names { get; } = [];
    public Dictionary<ProviderId, Provider> Providers { get; } = [];
    public Dictionary<(ProgramId, string Register), ProgramApproval> Approvals { get; } = [];
    public Dictionary<ProgramId, List<string>> Topics { get; } = [];
    public ILookup<ProgramId, ProgramListing> Listings { get; private set; } = Array.Empty<ProgramListing>().ToLookup(l => l.ProgramId);

    /// <summary>Occupations that can be pointed at; null when none was imported yet.</summary>
    public HashSet<string>? Occupations { get; private set; }

    /// <summary>The keys of all programs, and what the facts of any list need.</summary>
    public static async Task<KnownPrograms> LoadKeysAsync(CairnDb db, string listId, string? keySpace, CancellationToken cancellationToken)
    {
        var known = new KnownPrograms();
        await foreach (var provider in db.Set<Provider>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Providers[provider.Id] = provider;
        var names = db.Set<ProgramName>().Join(db.Set<LearningProgram>(), n => n.ProgramId, p => p.Id, (n, p) => new { p.Id, p.Link, p.ProviderId, n.Text });
        await foreach (var name in names.AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.AddKeys(name.Id, name.Link, name.ProviderId, name.Text);
        var space = keySpace + ":";
        var listings = db.Set<ProgramListing>().AsNoTracking().Where(l => l.ListId == listId || (keySpace != null && l.SourceKey.StartsWith(space)));
        await foreach (var listing in listings.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            known._bySource[(listing.ListId, listing.SourceKey)] = listing.ProgramId;
            if (keySpace is not null)
                known._byOwnKey[listing.SourceKey] = listing.ProgramId;
        }

        var occupations = await db.Set<Skills.Occupation>().AsNoTracking().Select(o => o.Id).ToListAsync(cancellationToken);
        known.Occupations = occupations.Count == 0 ? null : occupations.Select(o => o.Value).ToHashSet();
        return known;
    }

    /// <summary>The facts of the programs of a list: those it has now, and those whose facts were its own.</summary>
    public async Task LoadFactsAsync(CairnDb db, string listId, IEnumerable<ProgramId> listed, CancellationToken cancellationToken)
    {
        var mine = await db.Set<LearningProgram>().Where(p => p.ListId == listId).Select(p => p.Id).ToListAsync(cancellationToken);
        ProgramId[] ids = [.. listed.Union(mine)];
        await foreach (var program in db.Set<LearningProgram>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Programs[program.Id] = program;
        await foreach (var name in db.Set<ProgramName>().AsNoTracking().Where(n => n.Ordinal == 0 && EF.Parameter(ids).Contains(n.ProgramId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Names.TryAdd(name.ProgramId, name);
        var topics = db.Set<ProgramTopic>().AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.ProgramId)).OrderBy(t => t.ProgramId).ThenBy(t => t.Ordinal);
        await foreach (var topic in topics.AsAsyncEnumerable().WithCancellation(cancellationToken))
            (Topics.TryGetValue(topic.ProgramId, out var texts) ? texts : Topics[topic.ProgramId] = []).Add(topic.Text);
        await foreach (var approval in db.Set<ProgramApproval>().AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.ProgramId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Approvals[(approval.ProgramId, approval.Register)] = approval;
        Listings = (await db.Set<ProgramListing>().AsNoTracking().Where(l => EF.Parameter(ids).Contains(l.ProgramId)).ToListAsync(cancellationToken)).ToLookup(l => l.ProgramId);
    }

    public ProgramId? BySource(string listId, string sourceKey) => _bySource.TryGetValue((listId, sourceKey), out var id) ? id : null;

    /// <summary>By an id that several lists of one publisher share.</summary>
    public ProgramId? ByOwnKey(string sourceKey) => _byOwnKey.TryGetValue(sourceKey, out var id) ? id : null;

    public ProgramId? ByLink(string key) => _byLink.GetValueOrDefault(ProgramKeys.Hash(key));

    /// <summary>Null also where several programs share title and provider: then they cannot be told apart.</summary>
    public ProgramId? ByTitle(string key) => _byTitle.GetValueOrDefault(ProgramKeys.Hash(key));

    private void AddKeys(ProgramId id, string? link, ProviderId providerId, string title)
    {
        if (ProgramKeys.OfLink(link) is { } key)
            Add(_byLink, key, id);
        if (Providers.TryGetValue(providerId, out var provider))
            Add(_byTitle, ProgramKeys.OfTitle(title, provider.Name), id);
    }

    private static void Add(Dictionary<ulong, ProgramId?> keys, string key, ProgramId id)
    {
        var hash = ProgramKeys.Hash(key);
        if (!keys.TryAdd(hash, id) && keys[hash] != id)
            keys[hash] = null;
    }
}
