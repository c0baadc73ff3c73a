using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>Programs and providers as they were read, linked to the entries, with the words that find them.</summary>
internal sealed record ProgramsRead(
    ProgramRow[] Programs,
    Dictionary<ProgramId, int> ProgramNumbers,
    ProviderRow[] Providers,
    Dictionary<ProviderId, int> ProviderNumbers,
    SubscriptionRow[] Subscriptions,
    IReadOnlyList<FindableText> Texts,
    bool DemonstrationOnly);

/// <summary>Reads the programs of the catalogue.</summary>
internal sealed class ReadPrograms(CairnDb db)
{
    /// <param name="reading">Skills and occupations, which may still be read: they are waited for when they are needed.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ProgramsRead> RunAsync(Task<EntriesRead> reading, CancellationToken cancel)
    {
        var providers = await ProvidersAsync(cancel);
        var providerNumbers = Numbers.Of(providers, provider => provider.Id);
        var subscriptions = await SubscriptionsAsync(cancel);
        var programs = await ProgramsAsync(providerNumbers, subscriptions, cancel);
        var programNumbers = Numbers.Of(programs, program => program.Id);
        foreach (var ofProvider in Enumerable.Range(0, programs.Length).GroupBy(n => programs[n].Provider).Where(group => group.Key >= 0))
            providers[ofProvider.Key].Programs = [.. ofProvider];
        var demonstrationOnly = await db.Set<CatalogueList>().AsNoTracking().AllAsync(list => list.Starter, cancel);

        var entries = await reading;
        await LinkSkillsAsync(programs, programNumbers, entries.Skills, entries.SkillNumbers, cancel);
        await LinkOccupationsAsync(programNumbers, entries.Occupations, entries.OccupationNumbers, cancel);
        var texts = await TextsAsync(programs, programNumbers, providers, entries.Skills, cancel);
        return new(programs, programNumbers, providers, providerNumbers, subscriptions, texts, demonstrationOnly);
    }

    private async Task<ProviderRow[]> ProvidersAsync(CancellationToken cancel) =>
        [
            .. (await db.Set<Provider>().AsNoTracking().ToListAsync(cancel)).OrderBy(provider => provider.Id.Value, StringComparer.Ordinal)
                .Select(provider => new ProviderRow { Id = provider.Id, Name = provider.Name }),
        ];

    private async Task<SubscriptionRow[]> SubscriptionsAsync(CancellationToken cancel) =>
        [
            .. (await db.Set<ProgramSubscription>().AsNoTracking().ToListAsync(cancel)).OrderBy(subscription => subscription.Id, StringComparer.Ordinal)
                .Select(subscription => new SubscriptionRow(subscription.Id, subscription.Name, subscription.PerMonth, subscription.Currency)),
        ];

    private async Task<ProgramRow[]> ProgramsAsync(Dictionary<ProviderId, int> providers, SubscriptionRow[] subscriptions, CancellationToken cancel)
    {
        var names = new Dictionary<ProgramId, List<LocalName>>();
        await foreach (var name in db.Set<ProgramName>().AsNoTracking().OrderBy(name => name.Ordinal).AsAsyncEnumerable().WithCancellation(cancel))
            names.Append(name.ProgramId, new(string.Intern(name.Language), name.Text));
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
            programs[n].Covers = Numbers.Distinct(covers[n]);
            programs[n].MayCover = [.. Numbers.Distinct(mayCover[n]).Except(programs[n].Covers)];
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
            occupations[n].Programs = Numbers.Distinct(programsOf[n]);
    }

    private async Task<List<FindableText>> TextsAsync(
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
}
