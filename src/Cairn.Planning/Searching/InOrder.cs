using Cairn.Planning.Model;

namespace Cairn.Planning.Searching;

/// <summary>
/// Of all solutions of a model the one that leaves its last flags unset: two solutions are told apart by the last flag in which they differ.
/// Flags are decided from the last to the first, as many at a time as powers of two fit into one objective.
/// </summary>
internal static class InOrder
{
    private const int Window = 40;

    /// <param name="solver">The model. Its flags stay fixed at what was decided.</param>
    /// <param name="flags">The last one decides first.</param>
    /// <param name="start">A solution, or nothing.</param>
    /// <param name="patience">How long it may take.</param>
    /// <returns>Optimal when all flags are decided, else the best solution there is.</returns>
    public static SolverAnswer Least(SolverModel solver, IReadOnlyList<Var> flags, IReadOnlyList<long> start, Patience patience)
    {
        var values = start;
        var open = flags.Count;
        for (var narrowed = false; ;)
        {
            // What is not set behind the last that is set cannot be less.
            while (values.Count > 0 && open > 0 && values[flags[open - 1].Index] == 0) solver.Fix(flags[--open], 0);
            if (open == 0) return new(SolverStatus.Optimal, values, null);

            narrowed = !narrowed && open > 3 * Window;
            var first = Math.Max(0, open - Window);
            solver.Minimise(narrowed ? PartsThatAreUsed(solver, flags, open) : PowersOfTwo(flags, first, open));
            if (values.Count > 0) solver.HintAll(values);
            var answer = solver.Solve(patience.Left, patience.Cancellation);
            if (answer.HasSolution) values = answer.Values;
            if (answer.Status != SolverStatus.Optimal) return values.Count == 0 ? answer : new(SolverStatus.Feasible, values, null);

            // The last part that is used cannot be done without: the next objective says which of its flags.
            while (!narrowed && open > first) solver.Fix(flags[--open], values[flags[open].Index]);
        }
    }

    private static Sum PowersOfTwo(IReadOnlyList<Var> flags, int from, int to)
    {
        var sum = new Sum();
        for (var i = from; i < to; i++) sum.Add(flags[i], 1L << (i - from));
        return sum;
    }

    /// <summary>Equal parts of the open flags, each with a flag that is set if one of its own is.</summary>
    private static Sum PartsThatAreUsed(SolverModel solver, IReadOnlyList<Var> flags, int open)
    {
        var size = (open + Window - 1) / Window;
        var used = new Sum();
        for (var from = 0; from < open; from += size)
        {
            var part = solver.Flag();
            used.Add(part, 1L << (from / size));
            for (var i = from; i < Math.Min(open, from + size); i++) solver.AtMost(Sum.Of(flags[i]).Add(part, -1), 0);
        }

        return used;
    }
}
