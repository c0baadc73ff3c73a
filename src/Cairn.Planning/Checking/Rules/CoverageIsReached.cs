namespace Cairn.Planning.Checking.Rules;

/// <summary>Done weight is at least the asked share of the total, compared exactly.</summary>
internal static class CoverageIsReached
{
    internal static IEnumerable<string> Broken(CheckedPlan plan) => plan.ReachesCoverage(plan.Placed)
        ? []
        : [$"It reaches {plan.DoneWeight(plan.Placed)} of a total weight of {plan.Needs.Total}, less than the coverage asked for."];
}
