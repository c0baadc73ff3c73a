using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Search;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Explore.Programs;

/// <summary>A skill of a program, as its page says it.</summary>
/// <param name="Skill">Number in the index.</param>
/// <param name="Level">1 to 3.</param>
/// <param name="Basis">Why it is held to be taught; null where a person said so here.</param>
/// <param name="Confidence">Hundredths.</param>
/// <param name="Words">The words in the source that show it.</param>
/// <param name="Correction">What a person said about it here, or null.</param>
internal sealed record TaughtSkill(int Skill, int Level, SkillBasis? Basis, int Confidence, string Words, ProgramSkillCorrection? Correction);

/// <summary>A list that holds a program.</summary>
internal sealed record ListedIn(CatalogueList List, DateOnly AsOf);

/// <summary>Everything that is known of one program.</summary>
internal sealed record ProgramFacts
{
    public required LearningProgram Program { get; init; }
    public required LocalName[] Names { get; init; }
    public required Provider? Provider { get; init; }
    public required IReadOnlyList<TaughtSkill> Teaches { get; init; }

    /// <summary>Skills that an import says it teaches and a person here says it does not.</summary>
    public required IReadOnlyList<TaughtSkill> Denied { get; init; }

    /// <summary>Subjects in the source's words that no framework skill was found for.</summary>
    public required IReadOnlyList<string> OtherTopics { get; init; }

    public required IReadOnlyList<(int Occupation, string Basis)> LeadsTo { get; init; }
    public required IReadOnlyList<ProgramApproval> Approvals { get; init; }
    public required IReadOnlyList<DateOnly> Starts { get; init; }
    public required ProgramSubscription? Subscription { get; init; }
    public required IReadOnlyList<ListedIn> Lists { get; init; }
}

/// <summary>Reads one program for its page, or several for a comparison.</summary>
internal sealed class ReadProgram(CairnDb db)
{
    /// <summary>Null when there is no such program.</summary>
    public async Task<ProgramFacts?> RunAsync(CatalogueIndex index, ProgramId id, CancellationToken cancel)
    {
        var program = await db.Set<LearningProgram>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (program is null)
            return null;
        var names = await db.Set<ProgramName>().AsNoTracking().Where(name => name.ProgramId == id).OrderBy(name => name.Ordinal).ToListAsync(cancel);
        var (teaches, denied, wordsUsed) = await ReadSkillsAsync(index, id, cancel);
        var topics = await db.Set<ProgramTopic>().AsNoTracking().Where(topic => topic.ProgramId == id).OrderBy(topic => topic.Ordinal).Select(topic => topic.Text).ToListAsync(cancel);
        var occupations = await db.Set<ProgramOccupation>().AsNoTracking().Where(link => link.ProgramId == id).ToListAsync(cancel);
        return new ProgramFacts
        {
            Program = program,
            Names = names.Count > 0 ? [.. names.Select(name => new LocalName(name.Language, name.Text))] : [new("en", id.Value)],
            Provider = await db.Set<Provider>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == program.ProviderId, cancel),
            Teaches = teaches,
            Denied = denied,
            OtherTopics = [.. topics.Where(topic => !wordsUsed.Contains(topic)).Distinct(StringComparer.OrdinalIgnoreCase)],
            LeadsTo =
            [
                .. occupations.Where(link => index.OccupationNumbers.ContainsKey(link.OccupationId))
                    .Select(link => (Occupation: index.OccupationNumbers[link.OccupationId], link.Basis))
                    .OrderByDescending(link => index.Occupations[link.Occupation].Openings ?? 0),
            ],
            Approvals = await db.Set<ProgramApproval>().AsNoTracking().Where(approval => approval.ProgramId == id).ToListAsync(cancel),
            Starts = await db.Set<ProgramStart>().AsNoTracking().Where(start => start.ProgramId == id).OrderBy(start => start.StartsOn).Select(start => start.StartsOn).ToListAsync(cancel),
            Subscription = program.SubscriptionId is { } subscription
                ? await db.Set<ProgramSubscription>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == subscription, cancel)
                : null,
            Lists = await ReadListsAsync(id, program.ListId, cancel),
        };
    }

    private async Task<(List<TaughtSkill> Teaches, List<TaughtSkill> Denied, HashSet<string> Words)> ReadSkillsAsync(CatalogueIndex index, ProgramId id, CancellationToken cancel)
    {
        var links = await db.Set<ProgramSkill>().AsNoTracking().Where(link => link.ProgramId == id).ToListAsync(cancel);
        var corrections = (await db.Set<ProgramSkillCorrection>().AsNoTracking().Where(correction => correction.ProgramId == id).ToListAsync(cancel))
            .ToDictionary(correction => correction.SkillId);
        var all = links.Where(link => index.SkillNumbers.ContainsKey(link.SkillId))
            .Select(link => (link.SkillId, Skill: new TaughtSkill(
                index.SkillNumbers[link.SkillId], corrections.GetValueOrDefault(link.SkillId)?.Level ?? link.Level, link.Basis, link.Confidence, link.Words,
                corrections.GetValueOrDefault(link.SkillId))))
            .ToList();
        all.AddRange(corrections.Values.Where(correction => links.TrueForAll(link => link.SkillId != correction.SkillId) && index.SkillNumbers.ContainsKey(correction.SkillId))
            .Select(correction => (correction.SkillId, new TaughtSkill(index.SkillNumbers[correction.SkillId], correction.Level ?? 2, null, 100, "", correction))));
        // The same skill under two ids is one line: the firmer of both.
        var one = all.Select(pair => pair.Skill).OrderBy(Firmness).GroupBy(skill => skill.Skill).Select(same => same.First()).ToList();
        return (
            [.. one.Where(skill => skill.Correction?.Teaches != false)],
            [.. one.Where(skill => skill.Correction?.Teaches == false)],
            links.Where(link => link.Basis != SkillBasis.Guessed).Select(link => link.Words).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private static (int Basis, int Confidence, int Skill) Firmness(TaughtSkill skill) =>
        (skill.Correction is not null ? -1 : (int)skill.Basis!.Value, -skill.Confidence, skill.Skill);

    private async Task<List<ListedIn>> ReadListsAsync(ProgramId id, string ownList, CancellationToken cancel)
    {
        var listings = await db.Set<ProgramListing>().AsNoTracking().Where(listing => listing.ProgramId == id).ToListAsync(cancel);
        var ids = listings.Select(listing => listing.ListId).Append(ownList).Distinct().ToList();
        var lists = await db.Set<CatalogueList>().AsNoTracking().Where(list => ids.Contains(list.Id)).ToListAsync(cancel);
        return
        [
            .. lists.Select(list => new ListedIn(list, listings.Where(listing => listing.ListId == list.Id).Select(listing => listing.AsOf).DefaultIfEmpty(list.AsOf).Max()))
                .OrderByDescending(listed => listed.List.Id == ownList).ThenByDescending(listed => listed.AsOf).ThenBy(listed => listed.List.Id, StringComparer.Ordinal),
        ];
    }
}
