using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>
/// Ranks many goals by what they really take. Goals are solved in the order of a cheap bound that no plan can beat; once the
/// bound of the next one cannot enter the list any more, the list is proven without solving the rest.
/// </summary>
internal sealed class Transitions(Catalogue catalogue, TransitionQuestion question, Patience patience)
{
    private readonly Aim _aim = question.By == "weeks" ? Aim.Weeks : Aim.CostThenHours;
    private readonly List<Solved> _best = [];

    public TransitionAnswer Rank(Action<TransitionAnswer> tell)
    {
        var goals = catalogue.Request.Goals;
        var waiting = new PriorityQueue<int, (long Bound, int Goal)>();
        for (var g = 0; g < goals.Count; g++)
        {
            if (patience.IsOver) return Answer(0, 0, proven: false);
            if (LeastEffort.Of(Problem(g), _aim) is { } bound) waiting.Enqueue(g, (bound, g));
        }

        // Goals that no candidate can reach are solved by their bound alone.
        var solved = goals.Count - waiting.Count;
        var proven = true;
        while (waiting.TryPeek(out var goal, out var key) && CanEnter(key))
        {
            if (patience.IsOver) return Answer(solved, 0, proven: false);
            waiting.Dequeue();
            solved++;
            var search = new PlanSearch(Problem(goal));
            var found = _aim == Aim.Weeks ? NamedPlans.Fastest(search, patience) : NamedPlans.Cheapest(search, patience);
            proven &= found.Status is PlanStatus.Proven or PlanStatus.Infeasible;
            if (found.Draft is null) continue;
            Insert(new(goal, found));
            tell(Answer(solved, 0, proven: false));
        }

        return Answer(solved, waiting.Count, proven);
    }

    /// <summary>Made when it is asked about and let go again: a thousand goals need no more room than one.</summary>
    private PlanProblem Problem(int goal) => ProblemBuilder.Build(catalogue, catalogue.Request.Limits, catalogue.Request.Goals[goal].Needs);

    /// <summary>Equal values stay in the order of the request.</summary>
    private bool CanEnter((long Bound, int Goal) key) =>
        _best.Count < question.Top || (question.Top > 0 && key.CompareTo((_best[^1].Value(_aim), _best[^1].Goal)) < 0);

    private void Insert(Solved goal)
    {
        _best.Add(goal);
        _best.Sort((a, b) => (a.Value(_aim), a.Goal).CompareTo((b.Value(_aim), b.Goal)));
        if (_best.Count > question.Top) _best.RemoveAt(_best.Count - 1);
    }

    private TransitionAnswer Answer(int solved, int pruned, bool proven) => new([.. _best.Select(State)], solved, pruned, proven);

    private GoalAnswer State(Solved goal)
    {
        var (asked, draft) = (catalogue.Request.Goals[goal.Goal], goal.Found.Draft!);
        return new(
            asked.Id,
            goal.Found.Status,
            draft.Cost,
            draft.Weeks,
            AnswerWriter.HoursOf(draft),
            AnswerWriter.CoverageOf(draft.Problem, draft.ReachedWeight),
            [.. asked.Needs.Where(n => catalogue.Holds(catalogue.LevelOf(n))).Select(n => n.Skill)]);
    }

    private sealed record Solved(int Goal, Found Found)
    {
        public long Value(Aim aim) => PlanSearch.ValueOf(aim, Found.Draft!);
    }
}
