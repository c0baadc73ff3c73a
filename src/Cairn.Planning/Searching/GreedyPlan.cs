using Cairn.Planning.Problems;
using Cairn.Planning.Scheduling;

namespace Cairn.Planning.Searching;

/// <summary>
/// The best that picking one program after the other can do: always the one that adds the most weight for its money, what prepares
/// for it included; then, dearest first, everything is dropped that the plan does not need. It is quick, shown first, and a start
/// for the search. It proves nothing.
/// </summary>
internal sealed class GreedyPlan
{
    private readonly PlanProblem _problem;
    private readonly double[] _cost;
    private readonly int[][] _bundle;

    private GreedyPlan(PlanProblem problem)
    {
        _problem = problem;
        _cost = Array.ConvertAll(problem.Candidates, LeastCost);
        _bundle = Bundles();
    }

    /// <summary>A valid plan, or null when this way finds none.</summary>
    public static Draft? Of(PlanProblem problem)
    {
        var greedy = new GreedyPlan(problem);
        return greedy.Pick() is { } chosen ? greedy.Complete(greedy.Drop(chosen)) : null;
    }

    private double LeastCost(Candidate candidate)
    {
        double? once = candidate.Price;
        if (candidate.Subscription < 0) return once!.Value;
        var through = (double)_problem.Catalogue.Request.Subscriptions[candidate.Subscription].PerMonth * candidate.Hours / _problem.MonthHours;
        return Math.Min(through, once ?? through);
    }

    /// <summary>By candidate: itself and the cheapest chain of what prepares for it. Chains are settled cheapest first, so none is a ring.</summary>
    private int[][] Bundles()
    {
        var count = _problem.Candidates.Length;
        var bundle = new int[count][];
        var supplier = new int[_problem.Requirements.Length];
        Array.Fill(supplier, -1);
        var suppliesTo = new List<int>[count];
        var waiting = new List<int>[count];
        for (var r = 0; r < supplier.Length; r++)
        {
            foreach (var q in _problem.Requirements[r].Suppliers) (suppliesTo[q] ??= []).Add(r);
        }

        var needs = new List<int>[supplier.Length];
        var missing = new int[count];
        var queue = new PriorityQueue<int, (double, int)>();
        for (var p = 0; p < count; p++)
        {
            var candidate = _problem.Candidates[p];
            if (candidate.CountsOnlyAmongEquals) continue;
            missing[p] = candidate.Requires.Length + candidate.After.Length;
            foreach (var r in candidate.Requires) (needs[r] ??= []).Add(p);
            foreach (var q in candidate.After) (waiting[q] ??= []).Add(p);
            if (missing[p] == 0) queue.Enqueue(p, (_cost[p], p));
        }

        while (queue.TryDequeue(out var p, out _))
        {
            if (bundle[p] is not null) continue;
            var candidate = _problem.Candidates[p];
            var all = new SortedSet<int> { p };
            foreach (var r in candidate.Requires) all.UnionWith(bundle[supplier[r]]);
            foreach (var q in candidate.After) all.UnionWith(bundle[q]);
            bundle[p] = [.. all];
            foreach (var r in suppliesTo[p] ?? [])
            {
                if (supplier[r] >= 0) continue;
                supplier[r] = p;
                foreach (var q in needs[r] ?? []) Settle(q);
            }

            foreach (var q in waiting[p] ?? []) Settle(q);
        }

        void Settle(int q)
        {
            if (--missing[q] > 0) return;
            var cost = _cost[q];
            foreach (var r in _problem.Candidates[q].Requires) cost += bundle[supplier[r]].Sum(p => _cost[p]);
            queue.Enqueue(q, (cost, q));
        }

        return bundle;
    }

    private List<int>? Pick()
    {
        var chosen = new HashSet<int>();
        var order = new List<int>();
        var reached = new bool[_problem.OpenNeeds.Length];
        long weight = 0;
        while (weight < _problem.RequiredWeight)
        {
            var best = (Ratio: -1.0, Hours: long.MaxValue, Program: -1);
            for (var p = 0; p < _bundle.Length; p++)
            {
                if (_bundle[p] is null || chosen.Contains(p)) continue;
                long adds = 0, hours = 0;
                foreach (var n in _problem.Candidates[p].Reaches) adds += reached[n] ? 0 : _problem.WeightOf(n);
                if (adds == 0) continue;
                var cost = 0.0;
                foreach (var q in _bundle[p])
                {
                    if (chosen.Contains(q)) continue;
                    cost += _cost[q];
                    hours += _problem.Candidates[q].Hours;
                }

                var ratio = adds / (cost + 1);
                if (ratio > best.Ratio || (ratio == best.Ratio && hours < best.Hours)) best = (ratio, hours, p);
            }

            if (best.Program < 0) return null;
            foreach (var q in _bundle[best.Program])
            {
                if (!chosen.Add(q)) continue;
                order.Add(q);
                foreach (var n in _problem.Candidates[q].Reaches)
                {
                    weight += reached[n] ? 0 : _problem.WeightOf(n);
                    reached[n] = true;
                }
            }
        }

        return order;
    }

    private int[] Drop(List<int> order)
    {
        var kept = order.ToList();
        foreach (var p in order.OrderByDescending(p => _cost[p]).ThenByDescending(p => p))
        {
            var without = kept.Where(q => q != p).ToList();
            if (_problem.ReachedWeightOf(without) >= _problem.RequiredWeight && _problem.NeverBegin(without).Count == 0) kept = without;
        }

        return [.. kept.Order()];
    }

    private Draft? Complete(int[] chosen)
    {
        if (chosen.Length > (_problem.Limits.MaxPrograms ?? int.MaxValue)) return null;
        var set = _problem.Only(chosen);
        if (SetBounds.Of(set) is not { } bounds || ListSchedule.Of(set, bounds, _problem.MostWeeks) is not { } timetable) return null;
        var pays = CheapestWays.Of(_problem, chosen);
        var cost = Payments.CostOf(_problem, chosen, pays);
        if (cost > (_problem.Limits.Budget ?? long.MaxValue)) return null;
        return new() { Problem = _problem, Chosen = chosen, Pays = pays, Cost = cost, Timetable = timetable };
    }
}
