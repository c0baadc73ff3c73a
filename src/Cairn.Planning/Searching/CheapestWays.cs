using Cairn.Planning.Model;
using Cairn.Planning.Problems;
using Cairn.Planning.Rules;

namespace Cairn.Planning.Searching;

/// <summary>The cheapest way to pay a given set: each program once, with an aid, or through its subscription.</summary>
internal static class CheapestWays
{
    /// <summary>A handful of programs takes milliseconds; a plan is never shown with a bill that could be smaller because time was over.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(5);

    public static Payment[] Of(PlanProblem problem, int[] chosen, CancellationToken cancellation = default)
    {
        var set = problem.Only(chosen);
        var model = new PlanModel(set, problem.MostWeeks);
        foreach (var rule in PlanRules.OfMoney) rule.LimitChoice(model);
        IReadOnlyList<long> values = [];
        if (Enumerable.Range(0, chosen.Length).Any(p => model.PaysThrough(p) is not null || model.AidFor(p).Count > 0))
        {
            model.Solver.Minimise(model.Cost);
            values = model.Solver.Solve(Enough, cancellation).Values;
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
}
