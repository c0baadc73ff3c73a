using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>The points of the frontier dominate no other, stand once, are sorted by cost, and when complete leave no plan of the answer undominated.</summary>
internal static class FrontierIsAFrontier
{
    internal static IEnumerable<string> Broken(PlanRequest request, PlanAnswer answer)
    {
        if (answer.Frontier is not { } frontier)
        {
            yield break;
        }

        for (int i = 0; i < frontier.Count; i++)
        {
            FrontierPoint point = frontier[i];
            if ((point.Cost, point.Weeks, point.Recognition) != (point.Plan.Cost, point.Plan.Weeks, point.Plan.Recognition))
            {
                yield return $"frontier point {i + 1}: Its numbers are not those of its plan.";
            }

            if (i > 0 && frontier[i - 1].Cost > point.Cost)
            {
                yield return $"frontier point {i + 1}: It is cheaper than the point before it.";
            }

            for (int j = 0; j < frontier.Count; j++)
            {
                if (i != j && Dominates(frontier[j].Plan, point.Plan) && (j < i || !Dominates(point.Plan, frontier[j].Plan)))
                {
                    yield return $"frontier point {i + 1}: Point {j + 1} is equal or better in cost, weeks and recognition.";
                    break;
                }
            }
        }

        foreach ((string name, LearnerPlan plan) in answer.Plans.Where(pair => pair.Value.Status is PlanStatus.Proven or PlanStatus.Bounded))
        {
            if (answer.FrontierComplete == true && !frontier.Any(point => Dominates(point.Plan, plan)))
            {
                yield return $"frontier: It is complete, and no point is as good as {name}.";
            }
        }
    }

    private static bool Dominates(LearnerPlan one, LearnerPlan other) =>
        one.Cost <= other.Cost && one.Weeks <= other.Weeks && one.Recognition >= other.Recognition;
}
