using System.Runtime.InteropServices;
using Cairn.Web.Features.Catalogue.Lists.Rows;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>One program of a list: its rows merged into one draft, the key it stands under in the list, and its id in the catalogue.</summary>
internal sealed record IdentifiedProgram(ProgramId Id, string SourceKey, ProgramDraft Draft);

/// <summary>
/// Tells the programs of a list apart and recognises those that the catalogue has. In this order: the list's own id, the link, the title with
/// the provider. A link that stands beside different titles is a home page and identifies nothing; a title that several programs of the list
/// share identifies nothing either.
/// <para>
/// All of that needs the whole list, and a long list does not fit into memory. So it is read several times: first each program becomes some numbers,
/// then <see cref="Parts"/> reads the rows again and hands each program on as soon as its last row was read.
/// </para>
/// </summary>
internal sealed class ProgramIdentities
{
    /// <summary>Programs that may wait for a further row of theirs. Those for which there is no room are left to the next reading.</summary>
    private const int MostWaiting = 5_000;

    private const int Refused = -1;

    private readonly ReadList _list;
    private readonly HashSet<ulong> _sharedLinks;
    private readonly HashSet<ulong> _titlesOfManyKeys;
    private readonly List<Program> _programs = [];

    /// <summary>The program of each draft, in the order of the file.</summary>
    private readonly List<int> _programOf;

    private ProgramIdentities(ReadList list)
    {
        _list = list;
        _programOf = new List<int>(list.Read);
        (_sharedLinks, _titlesOfManyKeys) = Shared(list.Drafts);
    }

    /// <summary>Programs of the list.</summary>
    public int Count => _programs.Count;

    /// <summary>Rows that are no program of their own.</summary>
    public int Repeats => _programOf.Count(program => program != Refused) - Count;

    /// <summary>Programs of the catalogue that were recognised.</summary>
    public HashSet<ProgramId> Recognised { get; } = [];

    /// <summary>A row with the id of another program is refused.</summary>
    public static ProgramIdentities Of(ReadList list, KnownPrograms known)
    {
        var identities = new ProgramIdentities(list);
        identities.Group();
        identities.Recognise(known);
        return identities;
    }

    /// <summary>All programs of the list, so many at a time, each with what all of its rows say: the first, with what it leaves unknown from the next.</summary>
    /// <exception cref="ImportRefusedException">The file is not what it was a moment ago.</exception>
    public IEnumerable<IReadOnlyList<IdentifiedProgram>> Parts(int size, int mostWaiting = MostWaiting)
    {
        var left = Enumerable.Repeat(true, Count).ToArray();
        while (left.Contains(true))
        {
            foreach (var part in Read(left, mostWaiting).Chunk(size))
                yield return part;
        }
    }

    private static (HashSet<ulong> Links, HashSet<ulong> Titles) Shared(IEnumerable<ProgramDraft> drafts)
    {
        Dictionary<ulong, ulong> titleOfLink = [], keyOfTitle = [];
        HashSet<ulong> links = [], titles = [];
        foreach (var draft in drafts)
        {
            if (ProgramKeys.OfLink(draft.Link) is { } link)
                Note(titleOfLink, ProgramKeys.Hash(link), ProgramKeys.Compact(draft.Title), links);
            if (draft.Key is { } key)
                Note(keyOfTitle, ProgramKeys.Hash(TitleKey(draft)), key, titles);
        }

        return (links, titles);

        static void Note(Dictionary<ulong, ulong> first, ulong key, string value, HashSet<ulong> shared)
        {
            var hash = ProgramKeys.Hash(value);
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(first, key, out var exists);
            if (!exists)
                known = hash;
            else if (known != hash)
                shared.Add(key);
        }
    }

    /// <summary>Rows of one identity are one program.</summary>
    private void Group()
    {
        var byIdentity = new Dictionary<ulong, int>();
        var ownKeys = new Dictionary<ulong, int>();
        foreach (var draft in _list.Drafts)
        {
            var identity = IdentityOf(draft);
            var hash = ProgramKeys.Hash(identity);
            var at = byIdentity.TryGetValue(hash, out var found) ? found : _programs.Count;
            if (draft.Key is { } key && !ownKeys.TryAdd(ProgramKeys.Hash(key), at) && ownKeys[ProgramKeys.Hash(key)] != at)
            {
                _list.Refusals.Add(new Refusal(_list.File, draft.Line, "key", $"the id {key} a second time, for \"{draft.Title}\"", "each id for one program"));
                _programOf.Add(Refused);
                continue;
            }

            if (byIdentity.TryAdd(hash, at))
                _programs.Add(new Program(hash, ProgramKeys.Hash(SourceKeyOf(draft, identity)), ProgramKeys.Hash(TitleKey(draft))));
            var program = _programs[at];
            if (program.Link == 0 && UsableLink(draft) is { } link)
                program.Link = ProgramKeys.Hash(link);
            program.LastDraft = _programOf.Count;
            _programOf.Add(at);
        }
    }

    private void Recognise(KnownPrograms known)
    {
        foreach (var program in _programs)
            Claim(program, known.BySource(program.SourceKey) ?? (program.Link == 0 ? null : known.ByLink(program.Link)));

        var titles = _programs.CountBy(program => program.Title).Where(title => title.Value == 1).Select(title => title.Key).ToHashSet();
        foreach (var program in _programs.Where(program => program.Stored is null && titles.Contains(program.Title)))
            Claim(program, known.ByTitle(program.Title));

        // The id that a new program would get may be taken: by the same program, or by one that has moved to another link since.
        foreach (var program in _programs.Where(program => program.Stored is null))
        {
            if (known.ByDigest(ProgramKeys.Digest(program.Identity)) is { } taken && !Claim(program, taken))
                program.IdIsTaken = true;
        }
    }

    private bool Claim(Program program, ProgramId? id)
    {
        if (id is null || !Recognised.Add(id.Value))
            return false;
        program.Stored = id;
        return true;
    }

    /// <summary>Reads the file once, and takes from it as many of the programs that are left as there is room for.</summary>
    private IEnumerable<IdentifiedProgram> Read(bool[] left, int mostWaiting)
    {
        var waiting = new Dictionary<int, IdentifiedProgram>();
        var noRoom = new HashSet<int>();
        var at = -1;
        foreach (var draft in _list.Drafts)
        {
            var program = ++at < _programOf.Count ? _programOf[at] : throw Changed();
            if (program == Refused || !left[program] || noRoom.Contains(program))
                continue;
            var isLast = _programs[program].LastDraft == at;
            if (waiting.TryGetValue(program, out var found))
            {
                Fill(found.Draft, draft);
            }
            else if (isLast || waiting.Count < mostWaiting)
            {
                found = Identified(_programs[program], draft);
                waiting.Add(program, found);
            }
            else
            {
                noRoom.Add(program);
                continue;
            }

            if (isLast)
            {
                waiting.Remove(program);
                left[program] = false;
                yield return found;
            }
        }

        if (at + 1 < _programOf.Count)
            throw Changed();
    }

    private IdentifiedProgram Identified(Program program, ProgramDraft draft)
    {
        var identity = IdentityOf(draft);
        if (ProgramKeys.Hash(identity) != program.Identity)
            throw Changed();
        var sourceKey = SourceKeyOf(draft, identity);
        return new IdentifiedProgram(program.Stored ?? ProgramKeys.Of(draft.Title, program.IdIsTaken ? $"{identity}|{sourceKey}" : identity), sourceKey, draft);
    }

    private ImportRefusedException Changed() => TextFile.Refused(_list.File, "a file that changed while it was read", "a file that nobody writes to during the import");

    private string IdentityOf(ProgramDraft draft)
    {
        var title = TitleKey(draft);
        if (_list.Mapping.OneProgramPerTitle)
            return "title:" + title;
        if (UsableLink(draft) is { } link)
            return "link:" + link;
        return draft.Key is { } key && _titlesOfManyKeys.Contains(ProgramKeys.Hash(title)) ? $"own:{_list.Mapping.KeySpace ?? _list.Mapping.List.Id}:{key}" : "title:" + title;
    }

    private string SourceKeyOf(ProgramDraft draft, string identity) => draft.Key switch
    {
        null => identity[(identity.IndexOf(':', StringComparison.Ordinal) + 1)..],
        { } key when _list.Mapping.KeySpace is { } space => $"{space}:{key}",
        { } key => key,
    };

    private string? UsableLink(ProgramDraft draft) => ProgramKeys.OfLink(draft.Link) is { } link && !_sharedLinks.Contains(ProgramKeys.Hash(link)) ? link : null;

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

    /// <summary>What is kept of a program between two readings: its keys as eight bytes each (<see cref="ProgramKeys.Hash"/>).</summary>
    private sealed class Program(ulong identity, ulong sourceKey, ulong title)
    {
        public ulong Identity { get; } = identity;
        public ulong SourceKey { get; } = sourceKey;
        public ulong Title { get; } = title;

        /// <summary>0: it has none that identifies it.</summary>
        public ulong Link { get; set; }

        public int LastDraft { get; set; }

        /// <summary>The program of the catalogue that it is, or null when it is new.</summary>
        public ProgramId? Stored { get; set; }

        public bool IdIsTaken { get; set; }
    }
}
