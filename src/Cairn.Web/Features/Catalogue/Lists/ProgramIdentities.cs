using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>One program of a list: its rows merged into one draft, the key it stands under in the list, and its id in the catalogue.</summary>
internal sealed record IdentifiedProgram(ProgramId Id, string SourceKey, ProgramDraft Draft);

/// <summary>
/// Tells the programs of a list apart and recognises those that the catalogue has. In this order: the list's own id, the link, the title with
/// the provider. A link that stands beside different titles is a home page and identifies nothing; a title that several programs of the list
/// share identifies nothing either.
/// </summary>
internal sealed class ProgramIdentities
{
    private readonly ReadList _list;
    private readonly KnownPrograms _known;
    private readonly HashSet<string> _sharedLinks;
    private readonly HashSet<string> _titlesOfManyKeys;
    private readonly List<Refusal> _refusals = [];

    private ProgramIdentities(ReadList list, KnownPrograms known)
    {
        _list = list;
        _known = known;
        _sharedLinks = [.. list.Drafts.Select(d => (Link: ProgramKeys.OfLink(d.Link), Title: ProgramKeys.Compact(d.Title))).Where(d => d.Link is not null).Distinct()
            .GroupBy(d => d.Link!).Where(g => g.Skip(1).Any()).Select(g => g.Key)];
        _titlesOfManyKeys = [.. list.Drafts.Where(d => d.Key is not null).Select(d => (Title: TitleKey(d), d.Key)).Distinct()
            .GroupBy(d => d.Title).Where(g => g.Skip(1).Any()).Select(g => g.Key)];
    }

    public static (IReadOnlyList<IdentifiedProgram> Programs, IReadOnlyList<Refusal> Refusals) Of(ReadList list, KnownPrograms known, string file)
    {
        var identities = new ProgramIdentities(list, known);
        var programs = identities.Resolve(identities.Merge(file));
        return (programs, identities._refusals);
    }

    /// <summary>Rows of one identity become one draft: the first, with what it leaves unknown from the next.</summary>
    private Dictionary<string, (string SourceKey, ProgramDraft Draft)> Merge(string file)
    {
        var merged = new Dictionary<string, (string SourceKey, ProgramDraft Draft)>();
        var ownKeys = new Dictionary<string, string>();
        foreach (var draft in _list.Drafts)
        {
            var identity = IdentityOf(draft);
            if (draft.Key is { } key && !ownKeys.TryAdd(key, identity) && ownKeys[key] != identity)
            {
                _refusals.Add(new Refusal(file, draft.Line, "key", $"the id {key} a second time, for \"{draft.Title}\"", "each id for one program"));
                continue;
            }

            if (merged.TryGetValue(identity, out var first))
                Fill(first.Draft, draft);
            else
                merged.Add(identity, (SourceKeyOf(draft, identity), draft));
        }

        return merged;
    }

    private List<IdentifiedProgram> Resolve(Dictionary<string, (string SourceKey, ProgramDraft Draft)> merged)
    {
        var ids = new Dictionary<string, ProgramId>();
        var claimed = new HashSet<ProgramId>();
        foreach (var (identity, (sourceKey, draft)) in merged)
        {
            var link = UsableLink(draft);
            if ((_known.BySource(_list.Mapping.List.Id, sourceKey)
                ?? (_list.Mapping.KeySpace is null ? null : _known.ByOwnKey(sourceKey))
                ?? (link is null ? null : _known.ByLink(link))) is { } id && claimed.Add(id))
            {
                ids.Add(identity, id);
            }
        }

        var titles = merged.Values.GroupBy(m => TitleKey(m.Draft)).Where(g => !g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        foreach (var (identity, (_, draft)) in merged)
        {
            if (!ids.ContainsKey(identity) && titles.Contains(TitleKey(draft)) && _known.ByTitle(TitleKey(draft)) is { } id && claimed.Add(id))
                ids.Add(identity, id);
        }

        return [.. merged.Select(m => new IdentifiedProgram(ids.TryGetValue(m.Key, out var id) ? id : ProgramKeys.Of(m.Value.Draft.Title, m.Key), m.Value.SourceKey, m.Value.Draft))];
    }

    private string IdentityOf(ProgramDraft draft)
    {
        var title = TitleKey(draft);
        if (_list.Mapping.OneProgramPerTitle)
            return "title:" + title;
        if (UsableLink(draft) is { } link)
            return "link:" + link;
        return draft.Key is { } key && _titlesOfManyKeys.Contains(title) ? $"own:{_list.Mapping.KeySpace ?? _list.Mapping.List.Id}:{key}" : "title:" + title;
    }

    private string SourceKeyOf(ProgramDraft draft, string identity) => draft.Key switch
    {
        null => identity[(identity.IndexOf(':', StringComparison.Ordinal) + 1)..],
        { } key when _list.Mapping.KeySpace is { } space => $"{space}:{key}",
        { } key => key,
    };

    private string? UsableLink(ProgramDraft draft) => ProgramKeys.OfLink(draft.Link) is { } link && !_sharedLinks.Contains(link) ? link : null;

    private static string TitleKey(ProgramDraft draft) => ProgramKeys.OfTitle(draft.Title, draft.Provider, draft.ToldApartBy);

    private static void Fill(ProgramDraft draft, ProgramDraft other)
    {
        draft.ProviderLink ??= other.ProviderLink;
        draft.Link ??= other.Link;
        draft.Offer ??= other.Offer;
        draft.Credential ??= other.Credential;
        draft.Level ??= other.Level;
        draft.Language ??= other.Language;
        draft.Length = draft.Length?.Hours is null && other.Length?.Hours is not null ? other.Length : draft.Length ?? other.Length;
        draft.Pace ??= other.Pace;
        draft.Mode ??= other.Mode;
        draft.Place ??= other.Place;
        draft.Price ??= other.Price;
        draft.Aid ??= other.Aid;
        draft.Prerequisites ??= other.Prerequisites;
        draft.FieldOfStudy ??= other.FieldOfStudy;
        draft.ApprovalLink ??= other.ApprovalLink;
        draft.Topics.AddRange(other.Topics.Except(draft.Topics, StringComparer.OrdinalIgnoreCase));
        draft.Occupations.AddRange(other.Occupations.Except(draft.Occupations));
        draft.Starts.AddRange(other.Starts.Except(draft.Starts));
    }
}
