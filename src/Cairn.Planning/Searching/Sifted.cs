using Cairn.Planning.Model;

namespace Cairn.Planning.Searching;

/// <summary>
/// Solves a large choice through a small one. The linear relaxation prices every candidate; the best priced few are solved
/// first, and what they give tells which of all the others could still be in a better plan. Often that is none, and the small
/// answer is the proof; else those few join, and one more solve decides. Nothing is left out that could matter.
/// </summary>
internal static class Sifted
{
    /// <summary>More candidates than this are worth a relaxation first.</summary>
    public const int Few = 160;

    /// <summary>An answer, and which candidates a solution can hold that is worse than it by at most so much; null where nothing is known.</summary>
    public readonly record struct Answered(SolverAnswer Answer, Func<long, int[]>? AsGood = null);

    /// <param name="model">The choice; whole numbers only, so a better plan is better by one.</param>
    /// <param name="objective">What it minimises, already set.</param>
    /// <param name="count">How many candidates are solved first.</param>
    /// <param name="patience">How long it may take.</param>
    public static Answered Solve(PlanModel model, Sum objective, int count, Patience patience)
    {
        var open = Enumerable.Range(0, model.Takes.Length).Where(p => !model.Problem.Candidates[p].CountsOnlyAmongEquals).ToList();
        if (objective.Count == 0 || model.Calendar is not null || open.Count <= 2 * count || patience.IsOver) return new(Whole(model, patience));
        if (model.Solver.Relax(patience.Share(2).Left) is not { } bound) return new(Whole(model, patience));
        var byRise = open.OrderBy(p => bound.Rises[model.Takes[p].Index]).ThenBy(p => p).ToArray();
        var few = byRise.Take(count).ToHashSet();
        foreach (var p in model.Hinted) few.Add(p);
        var first = model.Solver.SolveWithout(Except(model, few), patience.Share(2).Left, patience.Cancellation);
        if (!first.HasSolution) return With(Whole(model, patience));

        // A plan that is better is better by at least one; what cannot be in such a plan stays out.
        var ceiling = objective.ValueIn(first.Values) - objective.Constant - 1 + bound.Error;
        var useful = byRise.Where(p => bound.Value + bound.Rises[model.Takes[p].Index] <= ceiling).ToHashSet();
        if (first.Status == SolverStatus.Optimal && useful.IsSubsetOf(few)) return With(first);
        useful.UnionWith(Enumerable.Range(0, model.Takes.Length).Where(p => first.Values[model.Takes[p].Index] == 1));
        var second = model.Solver.SolveWithout(Except(model, useful), patience.Left, patience.Cancellation);
        if (second.HasSolution) return With(second);

        // Time is over: the small answer stands, with what the relaxation proves.
        return new(first with { Status = SolverStatus.Feasible, Bound = (long)Math.Ceiling(bound.Value - bound.Error) });

        Answered With(SolverAnswer answer) =>
            answer.Status != SolverStatus.Optimal ? new(answer) : new(answer, more => AsGood(model, bound, objective.ValueIn(answer.Values) - objective.Constant + more));
    }

    /// <summary>Candidates whose bound allows so much, those included that the model held at 0 because they count only among equals.</summary>
    private static int[] AsGood(PlanModel model, LinearBound bound, long ceiling)
    {
        var candidates = model.Problem.Candidates;
        var value = bound.Value - bound.Error;
        for (var p = 0; p < candidates.Length; p++)
        {
            if (candidates[p].CountsOnlyAmongEquals) value += Math.Min(0, bound.Rises[model.Takes[p].Index]);
        }

        return [.. Enumerable.Range(0, candidates.Length).Where(p => value + Math.Max(0, bound.Rises[model.Takes[p].Index]) <= ceiling)];
    }

    private static SolverAnswer Whole(PlanModel model, Patience patience) => model.Solver.Solve(patience.Left, patience.Cancellation);

    private static List<Var> Except(PlanModel model, HashSet<int> kept) =>
        [.. Enumerable.Range(0, model.Takes.Length).Where(p => !kept.Contains(p)).Select(p => model.Takes[p])];
}
