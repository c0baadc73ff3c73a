using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>Why each program is in a plan: what only it reaches there, and the same question again with it forbidden.</summary>
internal sealed class Reasons(PlanProblem problem)
{
    private readonly Dictionary<int, PlanSearch> _without = [];

    /// <param name="draft">The plan.</param>
    /// <param name="aim">What it is best in.</param>
    /// <param name="solve">The question that it answers.</param>
    /// <param name="share">Time for one more of so many.</param>
    public IReadOnlyList<ProgramReason> For(Draft draft, Aim aim, Func<PlanSearch, Patience, Draft?, Found> solve, Func<int, Patience> share)
    {
        var request = problem.Catalogue.Request;
        var order = Enumerable.Range(0, draft.Chosen.Length).OrderBy(i => draft.Timetable.Start[i]).ThenBy(i => draft.Chosen[i]).ToArray();
        var reasons = new List<ProgramReason>();
        for (var at = 0; at < order.Length; at++)
        {
            var candidate = draft.Problem.Candidates[draft.Chosen[order[at]]];
            var found = solve(Without(candidate.Position), share(order.Length - at), null);
            reasons.Add(new(request.Programs[candidate.Position].Id, Only(draft, order[at]), Counterfactual(aim, found)));
        }

        return reasons;
    }

    private static List<string> Only(Draft draft, int i)
    {
        var problem = draft.Problem;
        var others = draft.Chosen.Where(p => p != draft.Chosen[i]).SelectMany(p => problem.Candidates[p].Reaches).ToHashSet();
        return [.. problem.Candidates[draft.Chosen[i]].Reaches.Where(n => !others.Contains(n)).Select(n => problem.Needs[problem.OpenNeeds[n]].Skill)];
    }

    private static Counterfactual Counterfactual(Aim aim, Found found)
    {
        var plan = AnswerWriter.Plan(aim, found);
        return found.Draft is null ? new(plan.Status, null, null, null) : new(plan.Status, plan.Cost, plan.Weeks, plan.CoverageMillionths);
    }

    private PlanSearch Without(int position)
    {
        if (!_without.TryGetValue(position, out var search))
            _without[position] = search = new(ProblemBuilder.Build(problem.Catalogue, problem.Limits, problem.Needs, position));
        return search;
    }
}
