using Cairn.Web.Data;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Goals;

/// <summary>An occupation one could go on to, with what speaks for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zone">O*NET job zone, 1 to 5; null when none is published.</param>
/// <param name="Related">The framework names it as related to the present one.</param>
/// <param name="Median">Median wage a year in minor units; null when unknown.</param>
/// <param name="Currency">Of the wage.</param>
internal sealed record NextStep(OccupationId Id, int? Zone, bool Related, long? Median, string? Currency);

/// <param name="Zone">Job zone of the present occupation; null when none is published.</param>
/// <param name="Up">Related or in the same field, and asking for more preparation.</param>
/// <param name="Field">The other occupations of the field, by the preparation they ask for.</param>
internal sealed record NextSteps(int? Zone, IReadOnlyList<NextStep> Up, IReadOnlyList<NextStep> Field);

/// <summary>Where the present occupation leads: what is related to it and asks for more, and the levels inside its field.</summary>
internal sealed class FindNextSteps(CairnDb db)
{
    public async Task<NextSteps> RunAsync(OccupationId present, CancellationToken cancellationToken)
    {
        var here = await db.Set<Occupation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == present, cancellationToken);
        if (here is null)
            return new NextSteps(null, [], []);
        var related = (await db.Set<RelatedOccupation>().AsNoTracking().Where(r => r.OccupationId == present).ToListAsync(cancellationToken)).ToDictionary(r => r.RelatedId, r => r.Rank);
        // A field is the first four digits of the code: 13-20 is finance, 29-11 is nurses and their kin.
        var relatedIds = related.Keys.ToList();
        var field = here.Code.Length >= 5 ? here.Code[..5] : here.Code;
        var near = await db.Set<Occupation>().AsNoTracking()
            .Where(o => o.Framework == here.Framework && o.Id != present && (relatedIds.Contains(o.Id) || o.Code.StartsWith(field)))
            .ToListAsync(cancellationToken);
        var ids = near.Select(o => o.Id).ToList();
        var wages = (await db.Set<Wage>().AsNoTracking().Where(w => ids.Contains(w.OccupationId) && w.Annual).ToListAsync(cancellationToken))
            .GroupBy(w => w.OccupationId).ToDictionary(group => group.Key, group => group.MaxBy(w => w.AsOf)!);
        var steps = near
            .OrderBy(o => o.JobZone ?? 6).ThenBy(o => related.GetValueOrDefault(o.Id, int.MaxValue)).ThenBy(o => o.Code, StringComparer.Ordinal)
            .Select(o => new NextStep(o.Id, o.JobZone, related.ContainsKey(o.Id), wages.GetValueOrDefault(o.Id)?.Median, wages.GetValueOrDefault(o.Id)?.Currency)).ToList();
        var up = steps.Where(step => step.Zone > here.JobZone).ToList();
        return new NextSteps(here.JobZone, up, [.. steps.Except(up).Where(step => near.Exists(o => o.Id == step.Id && o.Code.StartsWith(field, StringComparison.Ordinal)))]);
    }
}
