namespace Cairn.Planning.Checking.Rules;

/// <summary>The cost follows from how each program is paid.</summary>
internal static class CostIsAsReported
{
    internal static IEnumerable<string> Broken(CheckedPlan plan) => plan.Cost(plan.Placed, plan.Payments) is { } cost && cost != plan.Plan.Cost
        ? [$"It costs {plan.Money(cost)}, and the answer says {plan.Money(plan.Plan.Cost)}."]
        : [];
}
