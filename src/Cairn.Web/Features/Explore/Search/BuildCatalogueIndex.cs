using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>Reads the catalogue and makes it searchable. A few seconds of reading; nothing is written.</summary>
internal sealed class BuildCatalogueIndex(CairnDb db)
{
    public async Task<CatalogueIndex> RunAsync(CatalogueVersion version, CancellationToken cancel)
    {
        var (skills, skillNumbers, skillLabels) = await ReadSkillsAsync(cancel);
        var (occupations, occupationLabels) = await ReadOccupationsAsync(skillNumbers, skills, cancel);
        var providers = await ReadProvidersAsync(cancel);
        var providerNumbers = Number(providers, provider => provider.Id);
        var subscriptions = await ReadSubscriptionsAsync(cancel);
        var programs = await ReadProgramsAsync(providerNumbers, subscriptions, cancel);
        var programNumbers = Number(programs, program => program.Id);
        var occupationNumbers = Number(occupations, occupation => occupation.Id);
        await LinkSkillsAsync(programs, programNumbers, skills, skillNumbers, cancel);
        await LinkOccupationsAsync(programNumbers, occupations, occupationNumbers, cancel);
        foreach (var ofProvider in Enumerable.Range(0, programs.Length).GroupBy(n => programs[n].Provider).Where(group => group.Key >= 0))
            providers[ofProvider.Key].Programs = [.. ofProvider];

        var texts = await ReadTextsAsync(programs, programNumbers, providers, skills, cancel);
        var currencies = CurrenciesOf(programs);
        // The two halves of the words have nothing to do with each other: one processor each.
        var programWords = Task.Run(() => TextIndex.Build(texts, cancel), cancel);
        var labels = LabelIndex.Build([.. occupationLabels, .. skillLabels], label => Commonness(label, occupations, skills), cancel);
        return new CatalogueIndex
        {
            Version = version,
            Programs = programs,
            Providers = providers,
            Skills = skills,
            Occupations = occupations,
            Subscriptions = subscriptions,
            SkillNumbers = skillNumbers,
            ProgramNumbers = programNumbers,
            ProviderNumbers = providerNumbers,
            OccupationNumbers = occupationNumbers,
            Languages = Commonest(programs.Select(program => program.Language)),
            Currencies = currencies,
            DemonstrationOnly = await db.Set<CatalogueList>().AsNoTracking().AllAsync(list => list.Starter, cancel),
            ProgramWords = await programWords,
            Labels = labels,
            Orders = new ProgramOrders(programs, currencies),
        };
    }

    /// <summary>How common an entry is, 0 to 1, on a logarithmic scale: openings a year, or programs and occupations that name the skill.</summary>
    private static double Commonness(Label label, OccupationRow[] occupations, SkillRow[] skills) => label.Kind switch
    {
        EntryKind.Occupation => Math.Log10(1 + (occupations[label.Entry].Openings ?? 0)) / 7,
        _ => (skills[label.Entry].Programs.Length > 0 ? 0.3 : 0) + (Math.Log10(1 + (skills[label.Entry].Programs.Length * 5) + skills[label.Entry].Occupations) / 8),
    };

    private static Dictionary<TId, int> Number<TRow, TId>(TRow[] rows, Func<TRow, TId> id)
        where TId : struct
    {
        var numbers = new Dictionary<TId, int>(rows.Length);
        for (var n = 0; n < rows.Length; n++)
            numbers[id(rows[n])] = n;
        return numbers;
    }

    /// <summary>Commonest first among the programs whose facts are newest, then the others: an old list in pesos is no reason to compare in pesos.</summary>
    private static string[] CurrenciesOf(ProgramRow[] programs)
    {
        var priced = programs.Where(program => program.PriceKind == PriceKind.Once).ToList();
        if (priced.Count == 0)
            return [];
        var recent = priced.Max(program => program.AsOf).AddMonths(-12);
        return [.. Commonest(priced.Where(program => program.AsOf >= recent).Select(program => program.Currency)).Union(Commonest(priced.Select(program => program.Currency)))];
    }

    private static string[] Commonest(IEnumerable<string?> values) =>
        [.. values.OfType<string>().GroupBy(value => value, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];

    private async Task<(SkillRow[] Skills, Dictionary<SkillId, int> Numbers, List<Label> Labels)> ReadSkillsAsync(CancellationToken cancel)
    {
        // Two frameworks may name the same skill: one row, found by the labels and ids of both.
        var shown = await db.Set<SameSkill>().AsNoTracking().ToDictionaryAsync(same => same.OtherId, same => same.SkillId, cancel);
        var all = await db.Set<Skill>().AsNoTracking().Where(skill => skill.Kind != SkillKind.Group).ToListAsync(cancel);
        var rows = all.Where(skill => !shown.ContainsKey(skill.Id)).OrderBy(skill => skill.Id.Value, StringComparer.Ordinal)
            .Select(skill => new SkillRow { Id = skill.Id, Framework = skill.Framework, Kind = skill.Kind, Hot = skill.Hot, Names = [] }).ToArray();
        var numbers = Number(rows, row => row.Id);
        foreach (var (other, one) in shown)
        {
            if (numbers.TryGetValue(one, out var number))
                numbers[other] = number;
        }

        var labels = new List<Label>();
        var preferred = new Dictionary<int, List<LocalName>>();
        var names = db.Set<SkillName>().AsNoTracking().Where(name => name.Kind != NameKind.Description)
            .Select(name => new { name.SkillId, name.Language, name.Kind, name.Ordinal, name.Text });
        await foreach (var name in names.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!numbers.TryGetValue(name.SkillId, out var number))
                continue;
            // What the other framework prefers is another name here.
            var kind = name.Kind == NameKind.Preferred && shown.ContainsKey(name.SkillId) ? NameKind.Alternate : name.Kind;
            labels.Add(new(EntryKind.Skill, number, kind, name.Language, name.Text));
            if (kind == NameKind.Preferred)
                Append(preferred, number, new(name.Language, name.Text));
        }

        foreach (var (number, of) in preferred)
            rows[number].Names = InOrder(of);
        return (rows, numbers, labels);
    }

    private async Task<(OccupationRow[] Occupations, List<Label> Labels)> ReadOccupationsAsync(Dictionary<SkillId, int> skillNumbers, SkillRow[] skills, CancellationToken cancel)
    {
        var openings = (await db.Set<Outlook>().AsNoTracking().Select(outlook => new { outlook.OccupationId, outlook.OpeningsPerYear, outlook.GroupTitle }).ToListAsync(cancel))
            .GroupBy(outlook => outlook.OccupationId)
            .ToDictionary(group => group.Key, group => group.Max(outlook => outlook.GroupTitle is null ? outlook.OpeningsPerYear : outlook.OpeningsPerYear / 4));
        var rows = (await db.Set<Occupation>().AsNoTracking().ToListAsync(cancel)).OrderBy(occupation => occupation.Id.Value, StringComparer.Ordinal)
            .Select(occupation => new OccupationRow
            {
                Id = occupation.Id, Framework = occupation.Framework, Code = occupation.Code, JobZone = occupation.JobZone, Names = [],
                Openings = openings.GetValueOrDefault(occupation.Id),
            }).ToArray();
        var numbers = Number(rows, row => row.Id);
        var labels = new List<Label>();
        var preferred = new Dictionary<int, List<LocalName>>();
        var names = db.Set<OccupationName>().AsNoTracking().Where(name => name.Kind != NameKind.Description)
            .Select(name => new { name.OccupationId, name.Language, name.Kind, name.Text });
        await foreach (var name in names.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!numbers.TryGetValue(name.OccupationId, out var number))
                continue;
            labels.Add(new(EntryKind.Occupation, number, name.Kind, name.Language, name.Text));
            if (name.Kind == NameKind.Preferred)
                Append(preferred, number, new(name.Language, name.Text));
        }

        foreach (var (number, of) in preferred)
            rows[number].Names = InOrder(of);
        var asked = await db.Set<OccupationSkill>().AsNoTracking().Where(link => !link.NotRelevant)
            .GroupBy(link => link.SkillId).Select(group => new { group.Key, Count = group.Select(link => link.OccupationId).Distinct().Count() }).ToListAsync(cancel);
        foreach (var of in asked)
        {
            if (skillNumbers.TryGetValue(of.Key, out var number))
                skills[number].Occupations += of.Count;
        }

        return (rows, labels);
    }

    private async Task<ProviderRow[]> ReadProvidersAsync(CancellationToken cancel) =>
        [
            .. (await db.Set<Provider>().AsNoTracking().ToListAsync(cancel)).OrderBy(provider => provider.Id.Value, StringComparer.Ordinal)
                .Select(provider => new ProviderRow { Id = provider.Id, Name = provider.Name }),
        ];

    private async Task<SubscriptionRow[]> ReadSubscriptionsAsync(CancellationToken cancel) =>
        [
            .. (await db.Set<ProgramSubscription>().AsNoTracking().ToListAsync(cancel)).OrderBy(subscription => subscription.Id, StringComparer.Ordinal)
                .Select(subscription => new SubscriptionRow(subscription.Id, subscription.Name, subscription.PerMonth, subscription.Currency)),
        ];

    private async Task<ProgramRow[]> ReadProgramsAsync(Dictionary<ProviderId, int> providers, SubscriptionRow[] subscriptions, CancellationToken cancel)
    {
        var names = new Dictionary<ProgramId, List<LocalName>>();
        await foreach (var name in db.Set<ProgramName>().AsNoTracking().OrderBy(name => name.Ordinal).AsAsyncEnumerable().WithCancellation(cancel))
            Append(names, name.ProgramId, new(name.Language, name.Text));
        var approved = (await db.Set<ProgramApproval>().AsNoTracking().Select(approval => approval.ProgramId).Distinct().ToListAsync(cancel)).ToHashSet();
        var rows = new List<ProgramRow>();
        await foreach (var program in db.Set<LearningProgram>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            rows.Add(new ProgramRow
            {
                Id = program.Id,
                Names = names.TryGetValue(program.Id, out var of) ? [.. of] : [new("en", program.Id.Value)],
                Provider = providers.GetValueOrDefault(program.ProviderId, -1),
                Kinds = ProgramKindRule.Of(program.Offer, program.Credential),
                Offer = program.Offer,
                Credential = program.Credential,
                Level = (byte)Math.Clamp(program.Level ?? 0, 0, 3),
                Language = program.Language is { } language ? string.Intern(language) : null,
                Hours = program.Hours,
                HoursBasis = program.HoursBasis,
                Weeks = program.Weeks,
                Pace = program.Pace,
                Mode = program.Mode,
                PriceKind = program.PriceKind,
                Price = program.Price,
                Currency = program.Currency is { } currency ? string.Intern(currency) : null,
                Subscription = Array.FindIndex(subscriptions, subscription => subscription.Id == program.SubscriptionId),
                Aid = program.AidNote is not null,
                Approved = approved.Contains(program.Id),
                AsOf = program.AsOf,
            });
        }

        return [.. rows.OrderBy(row => row.Id.Value, StringComparer.Ordinal)];
    }

    private async Task LinkSkillsAsync(
        ProgramRow[] programs, Dictionary<ProgramId, int> programNumbers, SkillRow[] skills, Dictionary<SkillId, int> skillNumbers, CancellationToken cancel)
    {
        var covers = new List<int>?[programs.Length];
        var mayCover = new List<int>?[programs.Length];
        var corrections = (await db.Set<ProgramSkillCorrection>().AsNoTracking().ToListAsync(cancel))
            .ToDictionary(correction => (correction.ProgramId, correction.SkillId), correction => correction.Teaches);
        var links = db.Set<ProgramSkill>().AsNoTracking().Select(link => new { link.ProgramId, link.SkillId, link.Basis });
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
        {
            // A correction replaces the link: it is added below or not at all.
            if (corrections.ContainsKey((link.ProgramId, link.SkillId))
                || !programNumbers.TryGetValue(link.ProgramId, out var program) || !skillNumbers.TryGetValue(link.SkillId, out var skill))
            {
                continue;
            }

            ((link.Basis == SkillBasis.Guessed ? mayCover : covers)[program] ??= []).Add(skill);
        }

        foreach (var ((programId, skillId), teaches) in corrections)
        {
            if (teaches && programNumbers.TryGetValue(programId, out var program) && skillNumbers.TryGetValue(skillId, out var skill))
                (covers[program] ??= []).Add(skill);
        }

        var programsOf = new List<int>?[skills.Length];
        var mayProgramsOf = new List<int>?[skills.Length];
        for (var n = 0; n < programs.Length; n++)
        {
            programs[n].Covers = Distinct(covers[n]);
            programs[n].MayCover = [.. Distinct(mayCover[n]).Except(programs[n].Covers)];
            foreach (var skill in programs[n].Covers)
                (programsOf[skill] ??= []).Add(n);
            foreach (var skill in programs[n].MayCover)
                (mayProgramsOf[skill] ??= []).Add(n);
        }

        for (var n = 0; n < skills.Length; n++)
        {
            skills[n].Programs = programsOf[n]?.ToArray() ?? [];
            skills[n].MayPrograms = mayProgramsOf[n]?.ToArray() ?? [];
        }
    }

    private async Task LinkOccupationsAsync(
        Dictionary<ProgramId, int> programNumbers, OccupationRow[] occupations, Dictionary<OccupationId, int> occupationNumbers, CancellationToken cancel)
    {
        var programsOf = new List<int>?[occupations.Length];
        var links = db.Set<ProgramOccupation>().AsNoTracking().Select(link => new { link.ProgramId, link.OccupationId });
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (programNumbers.TryGetValue(link.ProgramId, out var program) && occupationNumbers.TryGetValue(link.OccupationId, out var occupation))
                (programsOf[occupation] ??= []).Add(program);
        }

        for (var n = 0; n < occupations.Length; n++)
            occupations[n].Programs = Distinct(programsOf[n]);
    }

    private async Task<List<FindableText>> ReadTextsAsync(
        ProgramRow[] programs, Dictionary<ProgramId, int> programNumbers, ProviderRow[] providers, SkillRow[] skills, CancellationToken cancel)
    {
        var more = new List<(string Language, string Text)>[programs.Length];
        for (var n = 0; n < programs.Length; n++)
        {
            more[n] = [];
            if (programs[n].Provider >= 0)
                more[n].Add(("", providers[programs[n].Provider].Name));
            foreach (var skill in programs[n].Covers)
                more[n].AddRange(skills[skill].Names.Select(name => (name.Language, name.Text)));
        }

        var topics = db.Set<ProgramTopic>().AsNoTracking().OrderBy(topic => topic.Ordinal).Select(topic => new { topic.ProgramId, topic.Text });
        await foreach (var topic in topics.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (programNumbers.TryGetValue(topic.ProgramId, out var number))
                more[number].Add((programs[number].Names[0].Language, topic.Text));
        }

        return [.. programs.Select((program, n) => new FindableText([.. program.Names.Select(name => (name.Language, name.Text))], more[n]))];
    }

    private static int[] Distinct(List<int>? numbers) => numbers is null ? [] : [.. numbers.Distinct().Order()];

    private static LocalName[] InOrder(List<LocalName> names) => [.. names.OrderBy(name => name.Language, StringComparer.Ordinal)];

    private static void Append<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(value);
    }
}
