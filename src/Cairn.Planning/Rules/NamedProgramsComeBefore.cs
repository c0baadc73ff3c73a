using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>Every program that another one names in <c>after</c> is in the plan and finishes before that one starts.</summary>
internal sealed class NamedProgramsComeBefore : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            foreach (var q in model.Problem.Candidates[p].After)
                model.Solver.AtMost(Sum.Of(model.Takes[p]).Add(model.Takes[q], -1), 0);
        }
    }

    public override void LimitCalendar(PlanModel model)
    {
        var calendar = model.Calendar!;
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            var candidate = model.Problem.Candidates[p];
            foreach (var q in candidate.After)
            {
                if (candidate.CohortDays is { } days)
                {
                    for (var d = 0; d < days.Length; d++)
                        model.Solver.AtMost(Sum.Of(model.StartsOn(p, d)).Add(calendar.FinishedBefore(q, days[d]), -1), 0);
                }
                else
                {
                    for (var week = 0; week < model.SelfPacedWeeks; week++)
                        model.Solver.AtMost(Sum.Of(calendar.StartedBy(p, week)).Add(calendar.FinishedBefore(q, 7 * week), -1), 0);
                }
            }
        }
    }
}
