using Cairn.Web.Data;
using Cairn.Web.Features.Skills.Onet;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Skills.Needs;

/// <summary>Loads what <see cref="OccupationNeeds"/> works with.</summary>
internal sealed class OccupationNeedsQuery(CairnDb db, NeedsRule rule, NeedCountsCache cache)
{
    // An O*NET code by its first seven characters is one SOC occupation, by six a broad and by five a minor group.
    private static readonly int[] Groups = [7, 6, 5];

    /// <summary>The needs of an occupation of either framework; null when there is no such occupation.</summary>
    public async Task<OccupationNeedList?> OfAsync(OccupationId id, CancellationToken cancellation) =>
        await FactsAsync(id, cancellation) is { } facts ? OccupationNeeds.For(facts, rule) : null;

    private async Task<OccupationFacts?> FactsAsync(OccupationId id, CancellationToken cancellation)
    {
        if (await db.Set<Occupation>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } occupation)
            return null;
        var counts = await cache.GetAsync(db, rule, cancellation);
        var links = await MatchesAsync(id, cancellation);
        var asked = await AsksAsync([id, .. links.Select(link => link.Id)], cancellation);
        var own = asked[id].ToList();
        var relatives = own.Count > 0 ? [] : await RelativesAsync(occupation, cancellation);
        var skillIds = asked.SelectMany(rows => rows).Concat(relatives.SelectMany(relative => relative.Asks)).Select(row => row.SkillId).Distinct().ToList();
        return new OccupationFacts
        {
            Id = id,
            Own = own,
            Matches = [.. links.Select(link => new OtherOccupation(link.Id, link.Type, [.. asked[link.Id]], link.ExactElsewhere))],
            Relatives = relatives,
            Skills = await SkillsAsync(skillIds, counts, cancellation),
            ShownAs = await db.Set<SameSkill>().AsNoTracking().Where(row => skillIds.Contains(row.OtherId))
                .ToDictionaryAsync(row => row.OtherId, row => row.SkillId, cancellation),
            Occupations = counts.Occupations,
        };
    }

    private async Task<List<(OccupationId Id, MatchType Type, bool ExactElsewhere)>> MatchesAsync(OccupationId id, CancellationToken cancellation)
    {
        var rows = await db.Set<OccupationMatch>().AsNoTracking().Where(row => row.OccupationId == id || row.MatchId == id).ToListAsync(cancellation);
        var others = rows.Select(row => row.OccupationId == id ? row.MatchId : row.OccupationId).ToList();
        var exact = await db.Set<OccupationMatch>().AsNoTracking()
            .Where(row => row.Type == MatchType.Exact && (others.Contains(row.MatchId) || others.Contains(row.OccupationId)))
            .ToListAsync(cancellation);
        return [.. rows.Select(row => row.OccupationId == id ? (row.MatchId, row.Type) : (row.OccupationId, Turned(row.Type)))
            .Select(match => (match.Item1, match.Item2, exact.Any(row =>
                (row.MatchId == match.Item1 && row.OccupationId != id) || (row.OccupationId == match.Item1 && row.MatchId != id))))];
    }

    /// <summary>The nearest O*NET occupations of which something is said: those of the same SOC code, then of the same group.</summary>
    private async Task<IReadOnlyList<OtherOccupation>> RelativesAsync(Occupation occupation, CancellationToken cancellation)
    {
        if (occupation.Framework != OnetFolder.Framework)
            return [];
        foreach (var length in Groups)
        {
            var group = occupation.Code[..length];
            var near = await db.Set<Occupation>().AsNoTracking()
                .Where(row => row.Framework == OnetFolder.Framework && row.Code.StartsWith(group) && row.Id != occupation.Id)
                .Select(row => row.Id).ToListAsync(cancellation);
            var asked = await AsksAsync(near, cancellation);
            if (asked.Count > 0)
                return [.. asked.OrderBy(rows => rows.Key.Value, StringComparer.Ordinal).Select(rows => new OtherOccupation(rows.Key, null, [.. rows]))];
        }

        return [];
    }

    private async Task<ILookup<OccupationId, OccupationSkill>> AsksAsync(List<OccupationId> ids, CancellationToken cancellation)
    {
        var rows = await db.Set<OccupationSkill>().AsNoTracking()
            .Where(row => ids.Contains(row.OccupationId)
                && row.Source != OccupationSkillSource.OnetAbility && row.Source != OccupationSkillSource.OnetWorkActivity)
            .ToListAsync(cancellation);
        return rows.ToLookup(row => row.OccupationId);
    }

    private async Task<Dictionary<SkillId, SkillFacts>> SkillsAsync(List<SkillId> ids, NeedCounts counts, CancellationToken cancellation)
    {
        var names = await db.Set<SkillName>().AsNoTracking()
            .Where(row => row.Language == OnetFolder.Language && row.Kind == NameKind.Preferred && ids.Contains(row.SkillId))
            .ToDictionaryAsync(row => row.SkillId, row => row.Text, cancellation);
        var skills = await db.Set<Skill>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
        return skills.ToDictionary(skill => skill.Id, skill => new SkillFacts(
            skill.Kind, skill.Hot, SoftwareNames.NameAKind(names.GetValueOrDefault(skill.Id, ""), skill.Hot), counts.Asking.GetValueOrDefault(skill.Id)));
    }

    /// <summary>A match read from its other end.</summary>
    private static MatchType Turned(MatchType type) => type switch
    {
        MatchType.Narrow => MatchType.Broad,
        MatchType.Broad => MatchType.Narrow,
        _ => type,
    };
}
