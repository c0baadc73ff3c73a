using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>What the catalogue holds already, so that a list can be compared with it: read once, before the first row.</summary>
internal sealed class KnownPrograms
{
    private readonly Dictionary<(string ListId, string SourceKey), ProgramId> _bySource = [];
    private readonly Dictionary<string, ProgramId> _byOwnKey = [];
    private readonly Dictionary<string, ProgramId?> _byLink = [];
    private readonly Dictionary<string, ProgramId?> _byTitle = [];

    /// <summary>An empty catalogue.</summary>
    public static KnownPrograms None { get; } = new();

    public Dictionary<ProgramId, LearningProgram> Programs { get; } = [];
    public Dictionary<ProgramId, ProgramName> Names { get; } = [];
    public Dictionary<ProviderId, Provider> Providers { get; } = [];
    public Dictionary<(ProgramId, string Register), ProgramApproval> Approvals { get; } = [];
    public Dictionary<ProgramId, List<string>> Topics { get; } = [];
    public ILookup<ProgramId, ProgramListing> Listings { get; private set; } = Array.Empty<ProgramListing>().ToLookup(l => l.ProgramId);
    public Dictionary<string, CatalogueList> Lists { get; } = [];

    /// <summary>Occupations that can be pointed at; null when none was imported yet.</summary>
    public HashSet<string>? Occupations { get; private set; }

    public static async Task<KnownPrograms> LoadAsync(CairnDb db, CancellationToken cancellationToken)
    {
        var known = new KnownPrograms();
        await foreach (var program in db.Set<LearningProgram>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Programs[program.Id] = program;
        await foreach (var provider in db.Set<Provider>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Providers[provider.Id] = provider;
        await foreach (var list in db.Set<CatalogueList>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Lists[list.Id] = list;
        await foreach (var topic in db.Set<ProgramTopic>().AsNoTracking().OrderBy(t => t.ProgramId).ThenBy(t => t.Ordinal).AsAsyncEnumerable().WithCancellation(cancellationToken))
            (known.Topics.TryGetValue(topic.ProgramId, out var topics) ? topics : known.Topics[topic.ProgramId] = []).Add(topic.Text);
        var listings = await db.Set<ProgramListing>().AsNoTracking().ToListAsync(cancellationToken);
        known.Listings = listings.ToLookup(l => l.ProgramId);
        foreach (var listing in listings)
        {
            known._bySource[(listing.ListId, listing.SourceKey)] = listing.ProgramId;
            if (listing.SourceKey.Contains(':', StringComparison.Ordinal))
                known._byOwnKey[listing.SourceKey] = listing.ProgramId;
        }

        await foreach (var name in db.Set<ProgramName>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.AddKeys(name);
        await foreach (var approval in db.Set<ProgramApproval>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Approvals[(approval.ProgramId, approval.Register)] = approval;
        var occupations = await db.Set<Skills.Occupation>().AsNoTracking().Select(o => o.Id).ToListAsync(cancellationToken);
        known.Occupations = occupations.Count == 0 ? null : occupations.Select(o => o.Value).ToHashSet();
        return known;
    }

    public ProgramId? BySource(string listId, string sourceKey) => _bySource.TryGetValue((listId, sourceKey), out var id) ? id : null;

    /// <summary>By an id that several lists of one publisher share.</summary>
    public ProgramId? ByOwnKey(string sourceKey) => _byOwnKey.TryGetValue(sourceKey, out var id) ? id : null;

    public ProgramId? ByLink(string key) => _byLink.GetValueOrDefault(key);

    /// <summary>Null also where several programs share title and provider: then they cannot be told apart.</summary>
    public ProgramId? ByTitle(string key) => _byTitle.GetValueOrDefault(key);

    private void AddKeys(ProgramName name)
    {
        if (!Programs.TryGetValue(name.ProgramId, out var program))
            return;
        if (name.Ordinal == 0)
            Names.TryAdd(name.ProgramId, name);
        if (ProgramKeys.OfLink(program.Link) is { } link)
            Add(_byLink, link, program.Id);
        if (Providers.TryGetValue(program.ProviderId, out var provider))
            Add(_byTitle, ProgramKeys.OfTitle(name.Text, provider.Name), program.Id);
    }

    private static void Add(Dictionary<string, ProgramId?> keys, string key, ProgramId id)
    {
        if (!keys.TryAdd(key, id) && keys[key] != id)
            keys[key] = null;
    }
}
