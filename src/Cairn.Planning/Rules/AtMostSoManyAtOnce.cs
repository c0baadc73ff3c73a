using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>In no week do more programs run than asked; the week in which one ends and another begins counts both.</summary>
internal sealed class AtMostSoManyAtOnce : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        if (model.Problem.Limits.MaxAtOnce is not { } most) return;
        foreach (var sum in model.CohortsByWeek(_ => 1).Values) model.Solver.AtMost(sum, most);

        // Every program fills the fewest weeks it can have, of as many rows as may run at once.
        var all = Sum.Of(model.Weeks, -most);
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            var candidate = model.Problem.Candidates[p];
            if (!candidate.IsCohort) all.Add(model.Takes[p], candidate.FewestWeeks);
            for (var d = 0; d < (candidate.CohortDays?.Length ?? 0); d++)
            {
                var (from, to) = candidate.WeeksTouched(candidate.CohortDays![d]);
                all.Add(model.StartsOn(p, d), to - from);
            }
        }

        model.Solver.AtMost(all, 0);
    }

    public override void LimitCalendar(PlanModel model)
    {
        if (model.Problem.Limits.MaxAtOnce is not { } most) return;
        var running = model.CohortsByWeek(_ => 1);
        for (var week = 0; week < model.SelfPacedWeeks; week++)
        {
            var sum = running.GetValueOrDefault(week) ?? new();
            for (var p = 0; p < model.Problem.Candidates.Length; p++)
            {
                if (model.Calendar!.HasWeeks(p)) sum.Add(model.Calendar.RunsIn(p, week));
            }

            model.Solver.AtMost(sum, most);
        }
    }
}
