using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>A proven plan is its own bound; a bounded one says how far it may be from the best; without a plan there is no gap.</summary>
internal static class BoundAndGapAreHonest
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        LearnerPlan reported = plan.Plan;
        if (plan.Criterion == CheckedPlan.FrontierCriterion)
        {
            return reported.Status is PlanStatus.Proven or PlanStatus.Bounded ? [] : [$"{plan.Name}: A point of the frontier is a plan."];
        }

        return reported.Status switch
        {
            PlanStatus.Proven when reported.Gap is not null => ["A proven plan has no gap."],
            PlanStatus.Proven when reported.Bound != Value(plan) => ["A proven plan is its own bound."],
            PlanStatus.Bounded when reported.Bound is null || reported.Gap is null => ["A bounded plan has a bound and a gap."],
            PlanStatus.Bounded when IsBeyond(plan, reported.Bound.Value) => ["The plan is better than its bound."],
            PlanStatus.Bounded when !IsGap(plan, reported.Bound.Value, reported.Gap.Value) => ["The gap is not |value − bound| ÷ max(1, |value|)."],
            PlanStatus.Infeasible or PlanStatus.Unknown when reported.Gap is not null => [$"{plan.Name}: There is a gap and no plan."],
            _ => [],
        };
    }

    private static long Value(CheckedPlan plan) => plan.Criterion switch
    {
        "cheapest" => plan.Plan.Cost,
        "fastest" => plan.Plan.Weeks,
        _ => plan.Plan.Recognition,
    };

    private static bool IsBeyond(CheckedPlan plan, long bound) => plan.Criterion == "bestRecognised" ? Value(plan) > bound : Value(plan) < bound;

    private static bool IsGap(CheckedPlan plan, long bound, double gap)
    {
        // For money in its own unit or in minor units: they differ only below one unit.
        double unit = 1;
        if (plan.Criterion == "cheapest" && Iso4217.TryGetMinorDigits(plan.Request.Currency, out int digits))
        {
            unit = Math.Pow(10, digits);
        }

        double distance = Math.Abs((double)Value(plan) - bound);
        return Math.Abs(gap - (distance / Math.Max(1, Value(plan)))) < 1e-6 || Math.Abs(gap - (distance / unit / Math.Max(1, Value(plan) / unit))) < 1e-6;
    }
}
