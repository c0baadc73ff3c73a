using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Skills.Needs;

/// <summary>What usually stands before any skill: shown first, with its source and date.</summary>
/// <param name="Education">Typical education.</param>
/// <param name="Experience">Typical work experience.</param>
/// <param name="Training">Typical training on the job.</param>
/// <param name="Certification">How important people in the work find a certification, when O*NET asked them.</param>
/// <param name="JobZone">O*NET job zone, 1 (little preparation) to 5 (extensive).</param>
/// <param name="RegulatedNote">ESCO marks the work as regulated in some country: a licence may be needed.</param>
/// <param name="From">The occupation these are said of, when it is an exact or close match of the one asked about and not itself; else null.</param>
internal sealed record EntryConditions(
    EntryConditionShown? Education, EntryConditionShown? Experience, EntryConditionShown? Training, EntryConditionShown? Certification,
    int? JobZone, string? RegulatedNote, OccupationId? From);

/// <summary>One condition as a page says it.</summary>
/// <param name="Typical">What BLS calls typical for entry, or the category that most respondents of O*NET named.</param>
/// <param name="Shares">O*NET: every category with its share of respondents, lowest category first. Empty when there is none.</param>
internal sealed record EntryConditionShown(EntryCondition Typical, IReadOnlyList<EntryCondition> Shares);

/// <summary>Loads entry conditions of an occupation.</summary>
internal sealed class EntryConditionsQuery(CairnDb db)
{
    /// <summary>Of the occupation itself or, when nothing is stored of it, of its best exact or close match. Null when nobody says anything.</summary>
    public async Task<EntryConditions?> OfAsync(OccupationId id, CancellationToken cancellation)
    {
        // ESCO states neither education nor experience; a broader or narrower match must not lend its own.
        var matches = await db.Set<OccupationMatch>().AsNoTracking()
            .Where(row => (row.OccupationId == id || row.MatchId == id) && (row.Type == MatchType.Exact || row.Type == MatchType.Close))
            .ToListAsync(cancellation);
        List<OccupationId> candidates = [id, .. matches.OrderBy(row => row.Type).ThenBy(row => row.OccupationId.Value, StringComparer.Ordinal)
            .ThenBy(row => row.MatchId.Value, StringComparer.Ordinal).Select(row => row.OccupationId == id ? row.MatchId : row.OccupationId)];
        var occupations = await db.Set<Occupation>().AsNoTracking().Where(row => candidates.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        var regulated = candidates.Select(candidate => occupations.GetValueOrDefault(candidate)?.RegulatedNote).FirstOrDefault(note => note is not null);
        var stored = (await db.Set<EntryCondition>().AsNoTracking().Where(row => candidates.Contains(row.OccupationId)).ToListAsync(cancellation))
            .ToLookup(row => row.OccupationId);
        foreach (var candidate in candidates)
        {
            var zone = occupations.GetValueOrDefault(candidate)?.JobZone;
            if (stored.Contains(candidate) || zone is not null)
                return new EntryConditions(
                    Shown(stored[candidate], EntryConditionKind.Education), Shown(stored[candidate], EntryConditionKind.Experience),
                    Shown(stored[candidate], EntryConditionKind.OnTheJobTraining), Shown(stored[candidate], EntryConditionKind.Certification),
                    zone, regulated, candidate == id ? null : candidate);
        }

        return regulated is null ? null : new EntryConditions(null, null, null, null, null, regulated, null);
    }

    private static EntryConditionShown? Shown(IEnumerable<EntryCondition> rows, EntryConditionKind kind)
    {
        var said = rows.Where(row => row.Kind == kind).ToList();
        var shares = said.Where(row => row.Share is not null).OrderBy(row => row.Ordinal).ToList();
        // BLS speaks of what is typical for entry; a share of people in the work includes those who came in long ago.
        var typical = said.FirstOrDefault(row => row.Share is null) ?? shares.OrderByDescending(row => row.Share).ThenBy(row => row.Ordinal).FirstOrDefault();
        return typical is null ? null : new EntryConditionShown(typical, shares);
    }
}
