using Cairn.Planning.Contract;
using Cairn.Web.Features.Goals;

namespace Cairn.Web.Features.Plans;

/// <summary>Accepts the change of one limit that the planner found, into the limits of the goal.</summary>
internal static class GoalLimitsChange
{
    /// <summary>Hours a week and the share to reach can be changed; a plan cannot do without them.</summary>
    public static bool CanLift(string dimension) =>
        dimension is ChangedLimits.Budget or ChangedLimits.FinishBy or ChangedLimits.Languages or ChangedLimits.MaxPrograms or ChangedLimits.MaxAtOnce;

    /// <summary>The limits without one of them, or with the widest it can be.</summary>
    public static GoalLimits Lift(this GoalLimits limits, string dimension) => dimension switch
    {
        ChangedLimits.Budget => limits with { Budget = null },
        ChangedLimits.FinishBy => limits with { FinishBy = null },
        ChangedLimits.Languages => limits with { Languages = "" },
        ChangedLimits.MaxPrograms => limits with { MaxPrograms = 100 },
        ChangedLimits.MaxAtOnce => limits with { MaxAtOnce = 10 },
        _ => limits,
    };

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
