namespace Cairn.Planning.Checking.Rules;

/// <summary>Programs are paid whichever way makes the plan cheapest.</summary>
internal static class CostIsLeast
{
    internal static IEnumerable<string> Broken(CheckedPlan plan) =>
        plan.Cost(plan.Placed, plan.Payments) is { } cost && CheapestPayment.Of(plan, plan.Placed) is { } least && least < cost
            ? [$"Its programs cost {plan.Money(cost)} as they are paid, and {plan.Money(least)} when paid another way."]
            : [];
}
