using Cairn.Web.Data;
using Cairn.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Skills.Needs;

/// <summary>
/// Keeps the counts over all occupations, some 220,000 rows, until another import is done. An import may run in another process, so the
/// number of finished ones is asked for each time.
/// </summary>
internal sealed class NeedCountsCache : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (int Imports, NeedCounts Counts)? _kept;

    public async Task<NeedCounts> GetAsync(CairnDb db, NeedsRule rule, CancellationToken cancellation)
    {
        var imports = await db.Set<ImportRecord>().CountAsync(import => import.State == ImportState.Done, cancellation);
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_kept is not { } known || known.Imports != imports)
                _kept = known = (imports, await CountAsync(db, rule, cancellation));
            return known.Counts;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static Task<NeedCounts> CountAsync(CairnDb db, NeedsRule rule, CancellationToken cancellation) =>
        NeedCounts.OfAsync(
            db.Set<OccupationSkill>().AsNoTracking()
                .Where(row => row.Source != OccupationSkillSource.OnetAbility && row.Source != OccupationSkillSource.OnetWorkActivity)
                .Select(row => new OccupationSkill
                {
                    OccupationId = row.OccupationId, SkillId = row.SkillId, Source = row.Source, Importance = row.Importance, NotRelevant = row.NotRelevant,
                })
                .AsAsyncEnumerable(),
            rule,
            cancellation);
}
