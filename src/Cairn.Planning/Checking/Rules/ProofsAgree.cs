using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>No plan of the answer is better than what another one is proven, or bounded, to be.</summary>
internal static class ProofsAgree
{
    internal static IEnumerable<string> Broken(PlanRequest request, PlanAnswer answer)
    {
        List<(string Name, LearnerPlan Plan)> found =
        [
            .. answer.Plans.Where(pair => HasPlan(pair.Value)).Select(pair => (pair.Key, pair.Value)),
            .. (answer.Frontier ?? []).Select((point, index) => ($"frontier point {index + 1}", point.Plan)),
        ];
        foreach ((string name, LearnerPlan plan) in answer.Plans)
        {
            foreach ((string other, LearnerPlan better) in found.Where(other => other.Name != name))
            {
                if (plan.Bound is { } bound && IsBeyond(name, better, bound))
                {
                    yield return $"{name}: {other} is better than its bound.";
                }
                else if (plan.Status == PlanStatus.Proven && IsBetterInTheSecond(name, better, plan))
                {
                    yield return $"{name}: {other} is equal in the first criterion and better in the second.";
                }
            }
        }
    }

    private static bool HasPlan(LearnerPlan plan) => plan.Status is PlanStatus.Proven or PlanStatus.Bounded;

    private static bool IsBeyond(string criterion, LearnerPlan plan, long bound) => criterion switch
    {
        "cheapest" => plan.Cost < bound,
        "fastest" => plan.Weeks < bound,
        _ => plan.Recognition > bound,
    };

    private static bool IsBetterInTheSecond(string criterion, LearnerPlan other, LearnerPlan proven) => criterion switch
    {
        "cheapest" => other.Cost == proven.Cost && other.Hours < proven.Hours,
        "fastest" => other.Weeks == proven.Weeks && other.Cost < proven.Cost,
        _ => other.Recognition == proven.Recognition && other.Cost < proven.Cost,
    };
}
