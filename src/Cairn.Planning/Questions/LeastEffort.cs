using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>
/// A cost, or a number of weeks, that no plan of a problem can be under, without solving it. What each program takes is shared
/// out over the needs it reaches by weight; a need then costs at least its smallest share, and a plan at least what its needs do.
/// </summary>
internal static class LeastEffort
{
    /// <summary>Null when some need that must be reached has no candidate.</summary>
    public static long? Of(PlanProblem problem, Aim aim)
    {
        var required = problem.RequiredWeight;
        if (required == 0) return 0;
        var shares = new double[problem.OpenNeeds.Length];
        var finish = new int[shares.Length];
        Array.Fill(shares, double.PositiveInfinity);
        Array.Fill(finish, int.MaxValue);
        foreach (var candidate in problem.Candidates)
        {
            long weight = 0;
            foreach (var n in candidate.Reaches) weight += problem.WeightOf(n);
            var effort = aim == Aim.Weeks ? candidate.Hours : LeastCost(problem, candidate);
            foreach (var n in candidate.Reaches)
            {
                shares[n] = Math.Min(shares[n], effort * problem.WeightOf(n) / weight);
                finish[n] = Math.Min(finish[n], candidate.EarliestFinish);
            }
        }

        // The least that so much weight can cost, the last need in part.
        long left = required;
        var effortOfAll = 0.0;
        foreach (var n in Enumerable.Range(0, shares.Length).Where(n => !double.IsInfinity(shares[n])).OrderBy(n => shares[n] / problem.WeightOf(n)))
        {
            var part = Math.Min(left, problem.WeightOf(n));
            effortOfAll += shares[n] * part / problem.WeightOf(n);
            left -= part;
            if (left == 0) break;
        }

        if (left > 0) return null;

        // Rounded down by more than the additions can have gone wrong.
        var least = (long)Math.Max(0, Math.Floor(effortOfAll * (1 - 1e-9) - 1e-6));
        return aim == Aim.Weeks ? Math.Max((least + problem.HoursPerWeek - 1) / problem.HoursPerWeek, FirstWeeks(problem, finish, required)) : least;
    }

    /// <summary>Cheapest way to pay it, a subscription by its hours; aid as if every program could have it.</summary>
    private static double LeastCost(PlanProblem problem, Candidate candidate)
    {
        var least = double.PositiveInfinity;
        if (candidate.Price is { } price) least = price - (candidate.CountedAid.Length == 0 ? 0 : candidate.CountedAid.Max(a => a.Off));
        if (candidate.Subscription >= 0)
            least = Math.Min(least, (double)problem.Catalogue.Request.Subscriptions[candidate.Subscription].PerMonth * candidate.Hours / problem.MonthHours);
        return least;
    }

    /// <summary>Weeks before which so much weight cannot be reached, program by program.</summary>
    private static int FirstWeeks(PlanProblem problem, int[] finish, long required)
    {
        foreach (var n in Enumerable.Range(0, finish.Length).OrderBy(n => finish[n]))
        {
            required -= problem.WeightOf(n);
            if (required <= 0) return finish[n] == int.MaxValue ? 0 : finish[n] / 7 + 1;
        }

        return 0;
    }
}
