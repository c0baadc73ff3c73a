using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>Each plan has one reason per program: the needs only it reaches there, and an answer without it that is no better than what was proven with it.</summary>
internal static class ReasonsAreTrue
{
    internal static IEnumerable<string> Broken(PlanRequest request, PlanAnswer answer)
    {
        if (answer.Why is not { } why)
        {
            yield break;
        }

        var needs = new CheckedNeeds(request);
        foreach ((string name, LearnerPlan plan) in answer.Plans)
        {
            var checkedPlan = new CheckedPlan(request, needs, name, name, plan);
            IReadOnlyList<ProgramReason> reasons = why.GetValueOrDefault(name) ?? [];
            if (!reasons.Select(reason => reason.Id).Order(StringComparer.Ordinal).SequenceEqual(plan.Programs.Select(place => place.Id).Order(StringComparer.Ordinal)))
            {
                yield return $"why: The reasons for {name} are not one for each of its programs.";
                continue;
            }

            foreach (ProgramReason reason in reasons)
            {
                foreach (string sentence in Broken(checkedPlan, reason))
                {
                    yield return $"why: In {name}, {sentence}";
                }
            }
        }

        foreach (string stranger in why.Keys.Except(answer.Plans.Keys))
        {
            yield return $"why: There are reasons for {stranger}, and no such plan.";
        }
    }

    private static IEnumerable<string> Broken(CheckedPlan plan, ProgramReason reason)
    {
        IEnumerable<string> only = plan.Needs.Open
            .Where(need => plan.Placed.Any(placed => placed.Id == reason.Id && placed.Reaches(need.Skill, need.Level))
                && !plan.Placed.Any(placed => placed.Id != reason.Id && placed.Reaches(need.Skill, need.Level)))
            .Select(need => need.Skill);
        if (!only.Order(StringComparer.Ordinal).SequenceEqual(reason.Only.Order(StringComparer.Ordinal)))
        {
            yield return $"{reason.Id} is not the only one for exactly the needs listed.";
        }

        Counterfactual without = reason.Without;
        bool isBetter = plan.Plan.Status == PlanStatus.Proven
            && (plan.Criterion == "cheapest" ? without.Cost < plan.Plan.Cost
                : plan.Criterion == "fastest" && (without.Weeks < plan.Plan.Weeks || (without.Weeks == plan.Plan.Weeks && without.Cost < plan.Plan.Cost)));
        if (isBetter)
        {
            yield return $"the answer without {reason.Id} is better than the proven plan with it.";
        }

        // One millionth is what rounding may take away.
        if (without.CoverageMillionths + 1 < (plan.Request.Limits.CoverageMillionths ?? 1_000_000) || without.Cost > plan.Request.Limits.Budget)
        {
            yield return $"the answer without {reason.Id} breaks a limit.";
        }
    }
}
