using Cairn.Web.Data;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Explore.Skills;

/// <summary>An occupation that asks for a skill.</summary>
/// <param name="Occupation">Number in the index.</param>
/// <param name="Link">What its framework says.</param>
internal sealed record AskedBy(int Occupation, OccupationSkill Link);

/// <summary>Everything that is known of one skill.</summary>
internal sealed record SkillFacts
{
    public required int Number { get; init; }
    public required Skill Skill { get; init; }
    public required LocalName? Description { get; init; }
    public required IReadOnlyList<LocalName> OtherNames { get; init; }
    public required IReadOnlyList<AskedBy> AskedBy { get; init; }
    public required IReadOnlyList<(SkillId Id, LocalName Name)> Broader { get; init; }
    public required IReadOnlyList<int> Narrower { get; init; }
    public required IReadOnlyList<int> Related { get; init; }

    /// <summary>The same skill in another framework, and why it is held to be the same.</summary>
    public required IReadOnlyList<(SameSkill Same, Skill Other)> SameAs { get; init; }

    public required IReadOnlyList<Framework> Frameworks { get; init; }
}

/// <summary>Reads one skill for its page.</summary>
internal sealed class ReadSkill(CairnDb db)
{
    /// <summary>Null when there is no such skill.</summary>
    public async Task<SkillFacts?> RunAsync(CatalogueIndex index, SkillId asked, string language, CancellationToken cancel)
    {
        if (!index.SkillNumbers.TryGetValue(asked, out var number))
            return null;
        var id = index.Skills[number].Id;
        var same = await db.Set<SameSkill>().AsNoTracking().Where(row => row.SkillId == id).ToListAsync(cancel);
        var ids = same.Select(row => row.OtherId).Append(id).ToList();
        var skills = (await db.Set<Skill>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id);
        if (!skills.TryGetValue(id, out var skill))
            return null;
        var names = EntryNames.Of(await db.Set<SkillName>().AsNoTracking().Where(name => ids.Contains(name.SkillId)).ToListAsync(cancel));
        var shown = index.Skills[number].Names.In(language);
        var broader = await db.Set<BroaderSkill>().AsNoTracking().Where(row => ids.Contains(row.SkillId)).Select(row => row.BroaderId).Distinct().ToListAsync(cancel);
        var frameworks = skills.Values.Select(row => row.Framework).Distinct().ToList();
        return new SkillFacts
        {
            Number = number,
            Skill = skill,
            Description = names.Description(language),
            OtherNames = [.. names.OtherThan(shown)],
            AskedBy = await ReadAskedByAsync(index, ids, cancel),
            Broader = await ReadNamesAsync(broader, language, cancel),
            Narrower = Numbers(index, number, await db.Set<BroaderSkill>().AsNoTracking().Where(row => ids.Contains(row.BroaderId)).Select(row => row.SkillId).ToListAsync(cancel)),
            Related = Numbers(index, number, await db.Set<RelatedSkill>().AsNoTracking().Where(row => ids.Contains(row.SkillId)).Select(row => row.RelatedId).ToListAsync(cancel)),
            SameAs = [.. same.Where(row => skills.ContainsKey(row.OtherId)).Select(row => (row, skills[row.OtherId]))],
            Frameworks = await db.Set<Framework>().AsNoTracking().Where(row => frameworks.Contains(row.Id)).ToListAsync(cancel),
        };
    }

    private static int[] Numbers(CatalogueIndex index, int self, IEnumerable<SkillId> ids) =>
        [.. ids.Where(index.SkillNumbers.ContainsKey).Select(other => index.SkillNumbers[other]).Distinct().Where(other => other != self)];

    private async Task<List<AskedBy>> ReadAskedByAsync(CatalogueIndex index, List<SkillId> ids, CancellationToken cancel)
    {
        var links = await db.Set<OccupationSkill>().AsNoTracking().Where(link => ids.Contains(link.SkillId) && !link.NotRelevant).ToListAsync(cancel);
        return
        [
            .. links.Where(link => index.OccupationNumbers.ContainsKey(link.OccupationId))
                .Select(link => new AskedBy(index.OccupationNumbers[link.OccupationId], link))
                .OrderBy(asked => Weight(asked.Link)).ThenByDescending(asked => index.Occupations[asked.Occupation].Openings ?? 0).ThenBy(asked => asked.Occupation)
                .DistinctBy(asked => asked.Occupation),
        ];
    }

    /// <summary>What is asked for most comes first.</summary>
    private static int Weight(OccupationSkill link) => link.Source switch
    {
        OccupationSkillSource.OnetTechnology => link.InDemand ? 0 : 4,
        OccupationSkillSource.EscoEssential => 1,
        OccupationSkillSource.EscoOptional => 5,
        _ => link.Importance is >= 400 ? 1 : link.Importance is >= 300 ? 2 : 6,
    };

    private async Task<List<(SkillId Id, LocalName Name)>> ReadNamesAsync(List<SkillId> ids, string language, CancellationToken cancel)
    {
        var names = await db.Set<SkillName>().AsNoTracking().Where(name => ids.Contains(name.SkillId) && name.Kind == NameKind.Preferred).ToListAsync(cancel);
        return
        [
            .. names.GroupBy(name => name.SkillId)
                .Select(group => (group.Key, group.Select(name => new LocalName(name.Language, name.Text)).ToArray().In(language)))
                .OrderBy(pair => pair.Item2.Text, StringComparer.Ordinal),
        ];
    }
}
