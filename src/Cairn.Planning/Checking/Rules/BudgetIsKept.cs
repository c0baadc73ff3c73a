namespace Cairn.Planning.Checking.Rules;

/// <summary>A plan costs at most the budget.</summary>
internal static class BudgetIsKept
{
    internal static IEnumerable<string> Broken(CheckedPlan plan) =>
        plan.Request.Limits.Budget is { } budget && plan.Cost(plan.Placed, plan.Payments) is { } cost && cost > budget
            ? [$"It costs {plan.Money(cost)}, and the budget is {plan.Money(budget)}."]
            : [];
}
