using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Needs;
using MatchType = Cairn.Web.Features.Skills.MatchType;

namespace Cairn.Web.Features.Goals;

/// <summary>What a goal asks for, and what has to be said about where that comes from.</summary>
internal sealed record NeedsAndRemarks(IReadOnlyList<GoalNeed> Needs, IReadOnlyList<NeedRemark> Remarks);

/// <summary>What a goal asks for: the needs of its occupation by the one rule, or the chosen skills, as the person changed them.</summary>
internal sealed class NeedsOfGoal(OccupationNeedsQuery needsOf)
{
    public async Task<NeedsAndRemarks> RunAsync(Goal goal, CancellationToken cancellationToken)
    {
        var asked = goal.OccupationId is { } occupation ? await needsOf.OfAsync(occupation, cancellationToken) : null;
        var needs = (asked?.Needs ?? []).Select(need => Of(goal, need)).ToList();
        var known = needs.Select(need => need.SkillId).ToHashSet();
        // A skill the person chose or added weighs as much as the middle of the others.
        var middle = needs.Where(need => need.Planned).Select(need => need.Weight).Order().ToList() is { Count: > 0 } weights ? Math.Max(1, weights[weights.Count / 2]) : 1;
        needs.AddRange(goal.Skills
            .Where(said => said.Role is GoalSkillRole.Wanted or GoalSkillRole.Added && !known.Contains(said.SkillId))
            .OrderBy(said => said.SkillId.Value, StringComparer.Ordinal)
            .Select(said => new GoalNeed
            {
                SkillId = said.SkillId, Level = said.Level, LevelStated = true, Weight = middle, Planned = true,
                Held = goal.LevelOf(said.SkillId, GoalSkillRole.Held) ?? 0,
            }));
        return new NeedsAndRemarks(needs.ConvertAll(need => need is { Planned: true, Weight: 0 } ? need with { Weight = middle } : need), asked?.Remarks ?? []);
    }

    /// <summary>Everything an occupation uses: what a present job may have taught.</summary>
    public async Task<IReadOnlySet<SkillId>> UsedInAsync(OccupationId occupation, CancellationToken cancellationToken) =>
        (await needsOf.OfAsync(occupation, cancellationToken))?.Needs.Select(need => need.SkillId).ToHashSet() ?? [];

    private static GoalNeed Of(Goal goal, OccupationNeed need)
    {
        var added = goal.LevelOf(need.SkillId, GoalSkillRole.Added);
        var removed = goal.LevelOf(need.SkillId, GoalSkillRole.Removed) is not null;
        return new GoalNeed
        {
            SkillId = need.SkillId,
            Level = added ?? need.Level,
            LevelStated = need.LevelStated || added is not null,
            Weight = need.Weight,
            Importance = need.Sources.Max(source => source.Row.Importance),
            Source = need.Sources[0].Kind,
            FromBroadMatch = need.Sources.All(source => source.Match == MatchType.Broad),
            Planned = added is not null || (need.Planned && !removed),
            Generic = need.NotPlanned == NotPlanned.Generic,
            Removed = removed,
            Held = goal.LevelOf(need.SkillId, GoalSkillRole.Held) ?? 0,
        };
    }
}
