using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Goals;

/// <summary>Skill by skill: what the goal asks for, what the person has confirmed, and how many programs here teach it.</summary>
internal sealed class WorkOutGap(CairnDb db, NeedsOfGoal needsOfGoal, TimeProvider clock)
{
    public async Task<Gap> RunAsync(CatalogueIndex index, Goal goal, string language, CancellationToken cancellationToken)
    {
        var (needs, remarks) = await needsOfGoal.RunAsync(goal, cancellationToken);
        var teaching = await TeachingAsync([.. needs.Select(need => need.SkillId)], cancellationToken);
        var present = goal.PresentOccupationId is { } now ? await needsOfGoal.UsedInAsync(now, cancellationToken) : new HashSet<SkillId>();
        var notBefore = goal.Limits.Today(clock).AddMonths(-GoalLimits.MonthsFresh);
        var rows = needs.Select(need =>
        {
            var reaching = teaching[need.SkillId].Where(t => t.Level >= need.Level).Select(t => t.Program).Distinct().ToList();
            var plannable = reaching.Where(index.ProgramNumbers.ContainsKey).Select(id => index.Programs[index.ProgramNumbers[id]]).Where(program => IsPlannable(program, goal.Limits)).ToList();
            var older = goal.Limits.AllowOlder ? 0 : plannable.Count(program => program.AsOf < notBefore);
            return new GapRow(
                need,
                FindGoal.NameOf(index, need.SkillId, language) ?? new LocalName("und", need.SkillId.Value),
                teaching[need.SkillId].Select(t => t.Program).Distinct().Count(),
                reaching.Count,
                plannable.Count - older,
                older);
        }).ToList();
        return Gap.Of(rows, remarks, present, goal.OwnWordCounts);
    }

    /// <summary>Hours, price and language as a plan needs them. Age is counted apart; rates of exchange and dates ahead are the plan's own matter.</summary>
    private static bool IsPlannable(ProgramRow program, GoalLimits limits) =>
        program.Hours is not null
        && (limits.AllowEstimatedPrices || program.PriceKind != PriceKind.Unknown || program.Subscription >= 0)
        && limits.Accepts(program.Language ?? TitleLanguage.Of(program.Names.In("en").Text));

    private async Task<ILookup<SkillId, (ProgramId Program, int Level)>> TeachingAsync(List<SkillId> skills, CancellationToken cancellationToken)
    {
        var same = await db.Set<SameSkill>().AsNoTracking().Where(s => skills.Contains(s.SkillId) || skills.Contains(s.OtherId)).ToListAsync(cancellationToken);
        var names = skills.Select(skill => (Known: skill, Taught: skill))
            .Concat(same.Select(s => (Known: s.SkillId, Taught: s.OtherId)))
            .Concat(same.Select(s => (Known: s.OtherId, Taught: s.SkillId)))
            .Distinct().ToLookup(pair => pair.Taught, pair => pair.Known);
        var asked = names.Select(group => group.Key).ToList();
        var links = await db.Set<ProgramSkill>().AsNoTracking()
            .Where(link => asked.Contains(link.SkillId) && link.Basis != SkillBasis.Guessed)
            .Select(link => new { link.SkillId, link.ProgramId, link.Level }).ToListAsync(cancellationToken);
        var corrections = (await db.Set<ProgramSkillCorrection>().AsNoTracking().Where(c => asked.Contains(c.SkillId)).ToListAsync(cancellationToken))
            .ToDictionary(c => (c.ProgramId, c.SkillId));
        return links.Where(link => !corrections.ContainsKey((link.ProgramId, link.SkillId))).Select(link => (link.SkillId, link.ProgramId, link.Level))
            .Concat(corrections.Values.Where(c => c.Teaches).Select(c => (c.SkillId, c.ProgramId, Level: c.Level ?? 2)))
            .SelectMany(link => names[link.SkillId].Select(known => (known, link.ProgramId, link.Level)))
            .ToLookup(link => link.known, link => (link.ProgramId, link.Level));
    }
}
