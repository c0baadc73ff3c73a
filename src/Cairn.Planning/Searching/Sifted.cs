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

    /// <param name="model">The choice; whole numbers only, so a better plan is better by one.</param>
    /// <param name="objective">What it minimises, already set.</param>
    /// <param name="count">How many candidates are solved first.</param>
    /// <param name="patience">How long it may take.</param>
    public static SolverAnswer Solve(PlanModel model, Sum objective, int count, Patience patience)
    {
        if (objective.Count == 0 || model.Calendar is not null || model.Takes.Length <= 2 * count || patience.IsOver) return Whole(model, patience);
        if (model.Solver.Relax(patience.Share(2).Left) is not { } bound) return Whole(model, patience);
        var byRise = Enumerable.Range(0, model.Takes.Length).OrderBy(p => bound.Rises[model.Takes[p].Index]).ThenBy(p => p).ToArray();
        var few = byRise.Take(count).ToHashSet();
        foreach (var p in model.Hinted) few.Add(p);
        var first = model.Solver.SolveWithout(Except(model, few), patience.Share(2).Left, patience.Cancellation);
        if (!first.HasSolution) return Whole(model, patience);

        // A plan that is better is better by at least one; what cannot be in such a plan stays out.
        var ceiling = objective.ValueIn(first.Values) - objective.Constant - 1 + bound.Error;
        var useful = byRise.Where(p => bound.Value + bound.Rises[model.Takes[p].Index] <= ceiling).ToHashSet();
        if (first.Status == SolverStatus.Optimal && useful.IsSubsetOf(few)) return first;
        useful.UnionWith(Enumerable.Range(0, model.Takes.Length).Where(p => first.Values[model.Takes[p].Index] == 1));
        var second = model.Solver.SolveWithout(Except(model, useful), patience.Left, patience.Cancellation);
        if (second.HasSolution) return second;

        // Time is over: the small answer stands, with what the relaxation proves.
        return first with { Status = SolverStatus.Feasible, Bound = (long)Math.Ceiling(bound.Value - bound.Error) };
    }

    private static SolverAnswer Whole(PlanModel model, Patience patience) => model.Solver.Solve(patience.Left, patience.Cancellation);

    private static List<Var> Except(PlanModel model, HashSet<int> kept) =>
        [.. Enumerable.Range(0, model.Takes.Length).Where(p => !kept.Contains(p)).Select(p => model.Takes[p])];
}
