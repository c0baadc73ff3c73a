using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>The listed goals are goals of the request, each once, no more than asked for, best first, with what is carried over.</summary>
internal static class TransitionsAreInOrder
{
    internal static IEnumerable<string> Broken(PlanRequest request, PlanAnswer answer)
    {
        if (answer.Transitions is not { } transitions || request.Ask.Transitions is not { } asked)
        {
            yield break;
        }

        if (transitions.Goals.Count > asked.Top)
        {
            yield return $"transitions: {transitions.Goals.Count} goals are listed, and at most {asked.Top} are asked for.";
        }

        if (transitions.Solved + (long)transitions.Pruned > request.Goals.Count || (transitions.Proven && transitions.Solved + (long)transitions.Pruned < request.Goals.Count))
        {
            yield return $"transitions: {transitions.Solved} goals solved and {transitions.Pruned} pruned are not the {request.Goals.Count} of the request.";
        }

        var once = new HashSet<string>();
        long last = long.MinValue;
        foreach (GoalAnswer goal in transitions.Goals)
        {
            PlanGoal? known = request.Goals.FirstOrDefault(other => other.Id == goal.Id);
            if (known is null || !once.Add(goal.Id))
            {
                yield return $"transitions: {goal.Id} is not a goal of the request, or is listed twice.";
                continue;
            }

            var needs = new CheckedNeeds(request, known.Needs);
            if (!goal.CarriedOver.Order(StringComparer.Ordinal).SequenceEqual(needs.HeldNeeds.Select(need => need.Skill).Order(StringComparer.Ordinal)))
            {
                yield return $"transitions: What {goal.Id} carries over is not what is held of its needs.";
            }

            long value = asked.By == "cost" ? goal.Cost : goal.Weeks;
            if (goal.Status is PlanStatus.Proven or PlanStatus.Bounded && value < last)
            {
                yield return $"transitions: {goal.Id} is better than the goal before it.";
            }

            last = value;
        }
    }
}
