using Cairn.Planning.Model;
using Cairn.Planning.Problems;
using Cairn.Planning.Rules;

namespace Cairn.Planning.Searching;

/// <summary>
/// The cheapest way to pay a given set: each program once, with an aid, or through its subscription. Of equal ways the one in which the programs,
/// in the order of the request, take the first they can: once, then aid in its order, then the subscription.
/// </summary>
internal static class CheapestWays
{
    /// <summary>A handful of programs takes milliseconds; a plan is never shown with a bill that could be smaller because time was over.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(5);

    public static Payment[] Of(PlanProblem problem, int[] chosen, CancellationToken cancellation = default)
    {
        var set = problem.Only(chosen);
        set = set with { Candidates = Array.ConvertAll(set.Candidates, c => Payments.WithAllAidCounted(set.Catalogue, c)) };
        var model = new PlanModel(set, problem.MostWeeks);
        foreach (var rule in PlanRules.OfMoney) rule.LimitChoice(model);
        IReadOnlyList<long> values = [];
        var open = Enumerable.Range(0, chosen.Length).Where(p => model.PaysThrough(p) is not null || model.AidFor(p).Count > 0).ToList();
        if (open.Count > 0)
        {
            model.Solver.Minimise(model.Cost);
            var cheapest = model.Solver.Solve(Enough, cancellation);
            values = cheapest.Values;
            if (cheapest.Status == SolverStatus.Optimal)
            {
                model.Solver.AtMost(model.Cost, model.Cost.ValueIn(values));
                var first = InOrder.Least(model.Solver, [.. open.SelectMany(p => LastWayFirst(model, p)).Reverse()], values, new(Enough.TotalSeconds, cancellation));
                if (first.HasSolution) values = first.Values;
            }
        }

        return [.. Enumerable.Range(0, chosen.Length).Select(p => Way(model, p, values))];
    }

    /// <summary>How a solution pays a candidate; without one, the way that is always open.</summary>
    public static Payment Way(PlanModel model, int p, IReadOnlyList<long> values)
    {
        var candidate = model.Problem.Candidates[p];
        if (candidate.Price is null || (model.PaysThrough(p) is { } through && IsSet(through))) return new(PaymentKind.Subscription);
        foreach (var (aid, given) in model.AidFor(p))
        {
            if (IsSet(given)) return new(PaymentKind.Aid, aid);
        }

        return candidate.FreeAid >= 0 ? new(PaymentKind.Aid, candidate.FreeAid) : new(PaymentKind.Once);

        bool IsSet(Var flag) => values.Count > 0 && values[flag.Index] == 1;
    }

    private static IEnumerable<Var> LastWayFirst(PlanModel model, int p)
    {
        if (model.PaysThrough(p) is { } through) yield return through;
        foreach (var (_, given) in model.AidFor(p).Reverse()) yield return given;
    }
}
