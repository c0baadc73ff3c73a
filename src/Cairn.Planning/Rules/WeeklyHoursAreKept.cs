using Cairn.Planning.Contract;
using Cairn.Planning.Model;
using Cairn.Planning.Problems;

namespace Cairn.Planning.Rules;

/// <summary>In no week do cohorts take more than the hours of a week, and self-paced programs share what they leave.</summary>
internal sealed class WeeklyHoursAreKept : PlanRule
{
    public override bool Admits(Catalogue catalogue, int program, PlanLimits limits)
    {
        var wanted = catalogue.Request.Programs[program];
        return wanted.Starts is null || (wanted.Hours + (wanted.Weeks ?? 1) - 1) / (wanted.Weeks ?? 1) <= limits.HoursPerWeek;
    }

    public override void LimitChoice(PlanModel model)
    {
        foreach (var (_, hours) in model.CohortsByWeek(candidate => candidate.WeeklyHours)) model.Solver.AtMost(hours, model.Problem.HoursPerWeek);
        if (model.WeeksAtMost >= model.Problem.MostWeeks && model.Problem.LastDay is null && !model.WeeksAreMinimised) return;
        All(model, int.MaxValue, Sum.Of(model.Weeks, -model.Problem.HoursPerWeek));
        // A deadline inside a week leaves that week to cohorts.
        if (model.SelfPacedWeeks < model.WeeksAtMost)
            All(model, model.SelfPacedWeeks, new Sum().Add(-(long)model.Problem.HoursPerWeek * model.SelfPacedWeeks));
    }

    public override void LimitCalendar(PlanModel model)
    {
        var (problem, solver, calendar) = (model.Problem, model.Solver, model.Calendar!);
        var taken = model.CohortsByWeek(candidate => candidate.WeeklyHours);
        var week = new Sum[model.SelfPacedWeeks];
        for (var k = 0; k < week.Length; k++) week[k] = taken.GetValueOrDefault(k) ?? new();
        var pool = new Sum();
        for (var p = 0; p < problem.Candidates.Length; p++)
        {
            var candidate = problem.Candidates[p];
            if (candidate.IsCohort) continue;
            if (!calendar.HasWeeks(p))
            {
                pool.Add(model.Takes[p], -candidate.Hours);
                continue;
            }

            var spent = Sum.Of(model.Takes[p], -candidate.Hours);
            var most = Math.Min(candidate.Hours, problem.HoursPerWeek);
            for (var k = 0; k < week.Length; k++)
            {
                var hours = calendar.HoursIn(p, k);
                solver.AtMost(Sum.Of(hours).Add(calendar.RunsIn(p, k), -most), 0);
                spent.Add(hours);
                week[k].Add(hours);
            }

            solver.Exactly(spent, 0);
        }

        if (pool.Count > 0)
        {
            foreach (var sum in week)
            {
                var hours = solver.Whole(0, problem.HoursPerWeek);
                pool.Add(hours);
                sum.Add(hours);
            }

            solver.Exactly(pool, 0);
        }

        foreach (var sum in week) solver.AtMost(sum, problem.HoursPerWeek);
    }

    /// <summary>All hours before a week fit into the hours of those weeks.</summary>
    private static void All(PlanModel model, int before, Sum sum)
    {
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            var candidate = model.Problem.Candidates[p];
            if (!candidate.IsCohort) sum.Add(model.Takes[p], candidate.Hours);
            for (var d = 0; d < (candidate.CohortDays?.Length ?? 0); d++)
            {
                var (from, to) = candidate.WeeksTouched(candidate.CohortDays![d]);
                sum.Add(model.StartsOn(p, d), (long)candidate.WeeklyHours * Math.Max(0, Math.Min(to, before) - from));
            }
        }

        model.Solver.AtMost(sum, 0);
    }
}
