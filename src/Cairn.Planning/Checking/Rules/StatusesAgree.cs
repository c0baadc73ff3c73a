using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>All plans keep the same limits: where one exists, none is infeasible.</summary>
internal static class StatusesAgree
{
    internal static IEnumerable<string> Broken(PlanRequest request, PlanAnswer answer)
    {
        bool exists = answer.Plans.Values.Any(plan => plan.Status is PlanStatus.Proven or PlanStatus.Bounded) || answer.Frontier is { Count: > 0 };
        bool infeasible = answer.Plans.Values.Any(plan => plan.Status == PlanStatus.Infeasible);
        if (exists && infeasible)
        {
            yield return "One plan is infeasible, and another plan of the answer keeps every limit.";
        }

        if (exists && (answer.BlockedBy is not null || answer.SmallestChanges is not null))
        {
            yield return "The answer says what blocks a plan, and has a plan.";
        }

        if (infeasible && !exists && (answer.BlockedBy is null || answer.SmallestChanges is null))
        {
            yield return "No plan is possible, and the answer does not say what blocks it and which change helps.";
        }

        if (infeasible && answer is { Frontier.Count: 0, FrontierComplete: false })
        {
            yield return "No plan is possible, so the empty frontier is complete.";
        }

        if (!infeasible && !exists && answer is { Frontier.Count: 0, FrontierComplete: true } && answer.Plans.Count > 0)
        {
            yield return "The frontier is complete and empty, so the plans are infeasible and not unknown.";
        }
    }
}
