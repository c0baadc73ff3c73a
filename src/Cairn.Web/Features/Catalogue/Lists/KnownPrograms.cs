using System.Runtime.InteropServices;
using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>
/// The keys by which all programs of the catalogue are known, as eight bytes each (<see cref="ProgramKeys.Hash"/>), and what the facts of any list
/// need. The facts themselves are loaded for some programs at a time: <see cref="KnownFacts"/>.
/// </summary>
internal sealed class KnownPrograms
{
    private readonly Dictionary<ulong, ProgramId> _bySource = [];
    private readonly Dictionary<ulong, ProgramId> _byOwnKey = [];
    private readonly Dictionary<ulong, ProgramId?> _byLink = [];
    private readonly Dictionary<ulong, ProgramId?> _byTitle = [];

    /// <summary>Every program once. The other keys point at the same texts.</summary>
    private readonly Dictionary<ulong, ProgramId> _byDigest = [];

    public Dictionary<ProviderId, Provider> Providers { get; } = [];

    /// <summary>Programs that stand in the list, or whose facts are its own.</summary>
    public HashSet<ProgramId> OfTheList { get; } = [];

    /// <summary>Occupations that can be pointed at; null when none was imported yet.</summary>
    public HashSet<string>? Occupations { get; private set; }

    public static async Task<KnownPrograms> LoadAsync(CairnDb db, string listId, string? keySpace, CancellationToken cancellationToken)
    {
        var known = new KnownPrograms();
        await foreach (var provider in db.Set<Provider>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.Providers[provider.Id] = provider;
        var names = db.Set<ProgramName>().Join(db.Set<LearningProgram>(), n => n.ProgramId, p => p.Id, (n, p) => new { p.Id, p.Link, p.ProviderId, p.ListId, n.Text });
        await foreach (var name in names.AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.AddKeys(known.Once(name.Id), name.Link, name.ProviderId, name.Text, name.ListId == listId);
        var space = keySpace + ":";
        var listings = db.Set<ProgramListing>().AsNoTracking().Where(l => l.ListId == listId || (keySpace != null && l.SourceKey.StartsWith(space)));
        await foreach (var listing in listings.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var (key, id) = (ProgramKeys.Hash(listing.SourceKey), known.Once(listing.ProgramId));
            if (listing.ListId == listId)
            {
                known._bySource[key] = id;
                known.OfTheList.Add(id);
            }

            if (keySpace is not null)
                known._byOwnKey[key] = id;
        }

        var occupations = await db.Set<Skills.Occupation>().AsNoTracking().Select(o => o.Id).ToListAsync(cancellationToken);
        known.Occupations = occupations.Count == 0 ? null : occupations.Select(o => o.Value).ToHashSet();
        return known;
    }

    /// <summary>By the list's own id, or one that several lists of one publisher share.</summary>
    public ProgramId? BySource(ulong sourceKey) => _bySource.TryGetValue(sourceKey, out var id) || _byOwnKey.TryGetValue(sourceKey, out id) ? id : null;

    public ProgramId? ByLink(ulong link) => _byLink.GetValueOrDefault(link);

    /// <summary>Null also where several programs share title and provider: then they cannot be told apart.</summary>
    public ProgramId? ByTitle(ulong title) => _byTitle.GetValueOrDefault(title);

    /// <summary>By the last letters of its id.</summary>
    public ProgramId? ByDigest(string digest) => _byDigest.TryGetValue(ProgramKeys.Hash(digest), out var id) ? id : null;

    private ProgramId Once(ProgramId id)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_byDigest, ProgramKeys.Hash(ProgramKeys.DigestOf(id)), out var exists);
        if (!exists)
            kept = id;
        // Two digests are never the same; if they were, each program is still itself.
        return kept == id ? kept : id;
    }

    private void AddKeys(ProgramId id, string? link, ProviderId providerId, string title, bool ofTheList)
    {
        if (ofTheList)
            OfTheList.Add(id);
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
