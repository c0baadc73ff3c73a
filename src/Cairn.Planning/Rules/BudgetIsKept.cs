using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>The plan costs no more than the budget.</summary>
internal sealed class BudgetIsKept : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        if (model.Problem.Limits.Budget is { } budget && budget < model.CostCeiling) model.Solver.AtMost(model.Cost, budget);
    }
}
