using Cairn.Web.Data;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using MatchType = Cairn.Web.Features.Skills.MatchType;

namespace Cairn.Web.Features.Goals;

/// <summary>An occupation one could go on to, with what speaks for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zone">O*NET job zone, 1 to 5; null when none is published.</param>
/// <param name="Wage">Newest wages a year, its own or a wider group's; null when unknown.</param>
internal sealed record NextStep(OccupationId Id, int? Zone, Wage? Wage);

/// <param name="Zone">Job zone of the present occupation; null when none is published.</param>
/// <param name="Up">Related, and asking for more preparation.</param>
/// <param name="Field">Related and of the same group of occupations, asking for as much preparation or less.</param>
internal sealed record NextSteps(int? Zone, IReadOnlyList<NextStep> Up, IReadOnlyList<NextStep> Field);

/// <summary>
/// Where the present occupation leads: only to occupations that O*NET names as related to it, the closest first (primary ones before
/// supplemental ones), and of these only to those that ask for more preparation (a higher job zone) or stand in the same minor group of the
/// Standard Occupational Classification. What merely has a similar code, or is related but elsewhere and asks for no more, is left out.
/// </summary>
internal sealed class FindNextSteps(CairnDb db)
{
    private const string Onet = "onet";

    public async Task<NextSteps> RunAsync(OccupationId present, CancellationToken cancellationToken)
    {
        if (await InOnetAsync(present, cancellationToken) is not { } here)
            return new NextSteps(null, [], []);
        var related = await (
            from link in db.Set<RelatedOccupation>().AsNoTracking()
            where link.OccupationId == here.Id
            join occupation in db.Set<Occupation>().AsNoTracking() on link.RelatedId equals occupation.Id
            select new { link.Tier, link.Rank, Occupation = occupation }).ToListAsync(cancellationToken);
        var ids = related.Select(r => r.Occupation.Id).ToList();
        var wages = (await db.Set<Wage>().AsNoTracking().Where(w => ids.Contains(w.OccupationId) && w.Annual).ToListAsync(cancellationToken))
            .GroupBy(w => w.OccupationId).ToDictionary(group => group.Key, group => group.MaxBy(w => w.AsOf)!);
        var steps = related
            .OrderBy(r => r.Tier.StartsWith("Primary", StringComparison.Ordinal) ? 0 : 1).ThenBy(r => r.Rank).ThenBy(r => r.Occupation.Code, StringComparer.Ordinal)
            .Select(r => (r.Occupation, Step: new NextStep(r.Occupation.Id, r.Occupation.JobZone, wages.GetValueOrDefault(r.Occupation.Id)))).ToList();
        return new NextSteps(
            here.JobZone,
            [.. steps.Where(one => one.Step.Zone > here.JobZone).Select(one => one.Step)],
            [.. steps.Where(one => !(one.Step.Zone > here.JobZone) && MinorGroup(one.Occupation) == MinorGroup(here)).Select(one => one.Step)]);
    }

    /// <summary>Relations and job zones are O*NET's: an occupation of another framework is read as the one O*NET matches it with, best match first.</summary>
    private async Task<Occupation?> InOnetAsync(OccupationId present, CancellationToken cancellationToken)
    {
        var here = await db.Set<Occupation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == present, cancellationToken);
        if (here is null or { Framework: Onet })
            return here;
        var matches = await db.Set<OccupationMatch>().AsNoTracking().Where(match => match.MatchId == present).ToListAsync(cancellationToken);
        var best = matches.OrderBy(match => match.Type is MatchType.Exact ? 0 : match.Type is MatchType.Close ? 1 : 2).ThenBy(match => match.OccupationId.Value, StringComparer.Ordinal).FirstOrDefault();
        return best is null ? here : await db.Set<Occupation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == best.OccupationId, cancellationToken);
    }

    /// <summary>29-1141.00 stands in 29-1000: one digit after the dash names the minor group.</summary>
    private static string MinorGroup(Occupation occupation) => occupation.Code.Length >= 4 ? occupation.Code[..4] : occupation.Code;
}
