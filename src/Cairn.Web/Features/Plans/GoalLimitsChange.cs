using Cairn.Planning.Contract;
using Cairn.Web.Features.Goals;

namespace Cairn.Web.Features.Plans;

/// <summary>Accepts the change of one limit that the planner found, into the limits of the goal.</summary>
internal static class GoalLimitsChange
{
    public static GoalLimits Accept(this GoalLimits limits, SmallestChange change) => change.Dimension switch
    {
        ChangedLimits.Budget => limits with { Budget = change.To.Amount },
        ChangedLimits.HoursPerWeek => limits with { HoursPerWeek = change.To.Count ?? limits.HoursPerWeek },
        ChangedLimits.FinishBy => limits with { FinishBy = change.To.Date },
        // Rounded down: the share that is possible is never overstated.
        ChangedLimits.Coverage => limits with { CoveragePercent = Math.Max(1, (change.To.CoverageMillionths ?? 0) / 10_000) },
        ChangedLimits.Languages => limits with { Languages = string.Join(' ', change.To.Languages ?? []) },
        ChangedLimits.MaxPrograms => limits with { MaxPrograms = change.To.Count ?? limits.MaxPrograms },
        ChangedLimits.MaxAtOnce => limits with { MaxAtOnce = change.To.Count ?? limits.MaxAtOnce },
        _ => limits,
    };
}
