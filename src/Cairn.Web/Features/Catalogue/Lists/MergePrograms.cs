using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>Makes of some programs of a list, and of what the catalogue holds of them, the rows as they should be.</summary>
internal sealed class MergePrograms
{
    /// <summary>Language of a title whose list does not say in which language it is.</summary>
    private const string Undetermined = "und";

    private readonly ReadList _list;
    private readonly KnownPrograms _catalogue;
    private readonly KnownFacts _known;
    private readonly SkillMatcher? _match;
    private readonly string _listId;
    private readonly List<LearningProgram> _programs = [];
    private readonly List<ProgramName> _names = [];
    private readonly List<ProgramTopic> _topics = [];
    private readonly List<ProgramSkill> _skills = [];
    private readonly List<ProgramListing> _listings = [];
    private readonly List<ProgramStart> _starts = [];
    private readonly List<ProgramOccupation> _occupations = [];
    private readonly List<ProgramApproval> _approvals = [];
    private readonly Dictionary<ProviderId, Provider> _providers = [];

    /// <summary>Programs whose rows this list states in full: names, starts, topics and skills, occupations.</summary>
    private readonly HashSet<ProgramId> _named = [], _dated = [], _taught = [], _pointed = [];

    private MergePrograms(ReadList list, KnownPrograms catalogue, KnownFacts known, SkillMatcher? match)
    {
        _list = list;
        _catalogue = catalogue;
        _known = known;
        _match = match;
        _listId = list.Mapping.List.Id;
    }

    /// <param name="list">The list as it was read.</param>
    /// <param name="programs">Some of its programs, each with all that its rows say.</param>
    /// <param name="catalogue">Providers and occupations. Providers that are new or have a new link are noted in it, for the parts that follow.</param>
    /// <param name="known">What the catalogue holds of these programs.</param>
    /// <param name="match">Links titles and topics to skills; null when no skills are there yet.</param>
    public static IReadOnlyList<TableRows> Into(ReadList list, IEnumerable<IdentifiedProgram> programs, KnownPrograms catalogue, KnownFacts known, SkillMatcher? match)
    {
        var merge = new MergePrograms(list, catalogue, known, match);
        foreach (var program in programs)
            merge.Add(program);
        return merge.Tables();
    }

    /// <summary>Programs that are not in the list any more: those that no other list has go with all that is said of them, the others leave this list.</summary>
    public static IReadOnlyList<TableRows> Without(ListMapping list, ProgramId[] missing, ProgramId[] gone)
    {
        var listId = list.List.Id;
        return
        [
            new TableRows<LearningProgram>("programs", [], rows => rows.Where(p => EF.Parameter(gone).Contains(p.Id))),
            new TableRows<ProgramListing>("program_listings", [], rows => rows.Where(l => l.ListId == listId && EF.Parameter(missing).Contains(l.ProgramId))),
            new TableRows<ProgramName>("program_names", [], Of<ProgramName>(gone)),
            new TableRows<ProgramTopic>("program_topics", [], Of<ProgramTopic>(gone)),
            new TableRows<ProgramStart>("program_starts", [], Of<ProgramStart>(gone)),
            new TableRows<ProgramOccupation>("program_occupations", [], Of<ProgramOccupation>(gone)),
            new TableRows<ProgramApproval>("program_approvals", [], Approvals(list, gone)),
            new TableRows<ProgramSkill>("program_skills", [], Of<ProgramSkill>(gone)),
        ];
    }

    private void Add(IdentifiedProgram identified)
    {
        var (id, sourceKey, draft) = identified;
        var asOf = draft.AsOf ?? _list.AsOf;
        _listings.Add(new ProgramListing { ListId = _listId, SourceKey = sourceKey, ProgramId = id, AsOf = asOf });
        AddApproval(id, draft, asOf);

        var stored = _known.Programs.GetValueOrDefault(id);
        var stated = Stated(id, draft, asOf);
        if (MergedFacts.Win(asOf, _listId, stored))
            AddNewer(stated, stored, draft);
        else
            AddOlder(stated, stored!, draft);
    }

    private void AddNewer(LearningProgram stated, LearningProgram? stored, ProgramDraft draft)
    {
        var id = stated.Id;
        var inOtherLists = _known.Listings[id].Any(l => l.ListId != _listId);
        var program = stored is null ? stated : MergedFacts.Newer(stated, stored, HoursAsOf(stored), inOtherLists);
        var topics = draft.Topics;
        if (topics.Count == 0 && stored is not null && (stored.TopicsListId ?? stored.ListId) != _listId && _known.Topics.TryGetValue(id, out var older)
            && MergedFacts.Holds(stored.AsOf, stated.AsOf))
        {
            program = program with { TopicsListId = stored.TopicsListId ?? stored.ListId };
            topics = older;
        }

        _programs.Add(program);
        _named.Add(id);
        _dated.Add(id);
        _names.Add(new ProgramName { ProgramId = id, Language = program.Language ?? Undetermined, Ordinal = 0, Text = draft.Title });
        _starts.AddRange(draft.Starts.Distinct().Select(day => new ProgramStart { ProgramId = id, StartsOn = day }));
        AddSkills(program, draft.Title, topics);
        AddOccupations(id, draft);
        AddProvider(draft);
    }

    /// <summary>A newer list has this program: its facts stay, and this one fills what it leaves unknown.</summary>
    private void AddOlder(LearningProgram stated, LearningProgram stored, ProgramDraft draft)
    {
        var program = MergedFacts.Older(stored, stated);
        var topics = _known.Topics.GetValueOrDefault(stored.Id) ?? [];
        var fillsTopics = draft.Topics.Count > 0 && (stored.TopicsListId == _listId || topics.Count == 0) && MergedFacts.Holds(stated.AsOf, stored.AsOf);
        if (fillsTopics)
        {
            program = program with { TopicsListId = _listId };
            topics = draft.Topics;
        }

        _programs.Add(program);
        if (!_known.Names.TryGetValue(stored.Id, out var name))
            return;
        if (program.Language != stored.Language)
        {
            _named.Add(program.Id);
            _names.Add(name with { Language = program.Language ?? Undetermined });
        }

        // What the title and the topics mean depends on the language, and the level of the skills on the program's.
        if (fillsTopics || program.Language != stored.Language || TaughtLevel.Of(program) != TaughtLevel.Of(stored))
            AddSkills(program, name.Text, topics);
    }

    private DateOnly HoursAsOf(LearningProgram stored) =>
        _known.Listings[stored.Id].Where(l => l.ListId == stored.HoursListId).Select(l => l.AsOf).DefaultIfEmpty(stored.AsOf).Max();

    private LearningProgram Stated(ProgramId id, ProgramDraft draft, DateOnly asOf) => new()
    {
        Id = id,
        ProviderId = ProgramKeys.OfProvider(draft.Provider),
        Link = draft.Link,
        Offer = draft.Offer ?? OfferKind.Course,
        Credential = draft.Credential ?? CredentialType.Unknown,
        Level = draft.Level,
        Language = draft.Language,
        Hours = draft.Length?.Hours,
        HoursBasis = draft.Length?.Hours is null ? HoursBasis.Unknown : draft.Length.Basis,
        HoursDerivation = draft.Length?.Derivation,
        Weeks = draft.Length?.Weeks,
        Pace = draft.Pace ?? Pace.Unknown,
        Mode = draft.Mode ?? DeliveryMode.Unknown,
        Place = draft.Place,
        PriceKind = draft.Price?.Kind ?? PriceKind.Unknown,
        Price = draft.Price?.Minor,
        Currency = draft.Price?.Currency,
        PriceNote = draft.Price?.Note,
        AidNote = draft.Aid,
        Prerequisites = draft.Prerequisites,
        FieldOfStudy = draft.FieldOfStudy,
        AsOf = asOf,
        ListId = _listId,
    };

    private void AddSkills(LearningProgram program, string title, IReadOnlyList<string> topics)
    {
        _taught.Add(program.Id);
        _topics.AddRange(topics.Select((text, i) => new ProgramTopic { ProgramId = program.Id, Ordinal = i, Text = text }));
        if (_match is null)
            return;
        _skills.AddRange(_match.Match(title, program.Language, topics).Select(m => new ProgramSkill
        {
            ProgramId = program.Id,
            SkillId = m.SkillId,
            Level = TaughtLevel.Of(program),
            Basis = m.Basis,
            Confidence = m.Confidence,
            Words = m.Words,
        }));
    }

    private void AddOccupations(ProgramId id, ProgramDraft draft)
    {
        if (_catalogue.Occupations is null || (draft.Occupations.Count == 0 && draft.FieldOfStudy is null))
            return;
        _pointed.Add(id);
        var listed = draft.Occupations.Select(code => (Code: code, Basis: "listed by the provider"));
        var field = draft.FieldOfStudy is { } cip ? FieldsOfStudy.Occupations(cip).Select(code => (Code: code, Basis: "field of study")) : [];
        _occupations.AddRange(listed.Concat(field).Select(o => (Id: "onet:" + o.Code, o.Basis)).Where(o => _catalogue.Occupations.Contains(o.Id)).DistinctBy(o => o.Id)
            .Select(o => new ProgramOccupation { ProgramId = id, OccupationId = new OccupationId(o.Id), Basis = o.Basis }));
    }

    private void AddApproval(ProgramId id, ProgramDraft draft, DateOnly asOf)
    {
        if (_list.Mapping.Approval is not { } register)
            return;
        var approval = new ProgramApproval { ProgramId = id, Body = register.Body, Register = register.Register, Link = draft.ApprovalLink ?? register.Link, AsOf = asOf };
        _approvals.Add(_known.Approvals.TryGetValue((id, register.Register), out var stored) && stored.AsOf > asOf ? stored : approval);
    }

    private void AddProvider(ProgramDraft draft)
    {
        var id = ProgramKeys.OfProvider(draft.Provider);
        var known = _catalogue.Providers.GetValueOrDefault(id);
        var provider = known ?? new Provider { Id = id, Name = draft.Provider };
        if (provider.Link is null)
            provider = provider with { Link = draft.ProviderLink };
        if (provider != known)
            _catalogue.Providers[id] = _providers[id] = provider;
    }

    private List<TableRows> Tables()
    {
        // The scopes outlive this object. They hold ids alone.
        var listId = _listId;
        ProgramId[] mine = [.. _programs.Select(p => p.Id)];
        var tables = new List<TableRows>
        {
            new TableRows<Provider>("providers", [.. _providers.Values], null),
            new TableRows<LearningProgram>("programs", _programs, rows => rows.Where(p => EF.Parameter(mine).Contains(p.Id))),
            new TableRows<ProgramListing>("program_listings", _listings, rows => rows.Where(l => l.ListId == listId && EF.Parameter(mine).Contains(l.ProgramId))),
            new TableRows<ProgramName>("program_names", _names, Of<ProgramName>([.. _named])),
            new TableRows<ProgramTopic>("program_topics", _topics, Of<ProgramTopic>([.. _taught])),
            new TableRows<ProgramStart>("program_starts", _starts, Of<ProgramStart>([.. _dated])),
            new TableRows<ProgramOccupation>("program_occupations", _occupations, Of<ProgramOccupation>([.. _pointed])),
            new TableRows<ProgramApproval>("program_approvals", _approvals, Approvals(_list.Mapping, mine)),
        };
        if (_match is not null)
            tables.Add(new TableRows<ProgramSkill>("program_skills", _skills, Of<ProgramSkill>([.. _taught])));
        return tables;
    }

    private static Func<IQueryable<ProgramApproval>, IQueryable<ProgramApproval>> Approvals(ListMapping list, ProgramId[] ids)
    {
        var register = list.Approval?.Register ?? "";
        return rows => rows.Where(a => a.Register == register && EF.Parameter(ids).Contains(a.ProgramId));
    }

    private static Func<IQueryable<TRow>, IQueryable<TRow>> Of<TRow>(ProgramId[] ids)
        where TRow : class =>
        rows => rows.Where(r => EF.Parameter(ids).Contains(EF.Property<ProgramId>(r, nameof(ProgramName.ProgramId))));
}
