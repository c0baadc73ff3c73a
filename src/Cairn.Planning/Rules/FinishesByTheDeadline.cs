using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>Every program finishes by the deadline, and within the weeks that are asked about.</summary>
/// <remarks>The deadline itself is in the days a candidate has; the weeks asked about are fewer, and are kept here.</remarks>
internal sealed class FinishesByTheDeadline : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            var candidate = model.Problem.Candidates[p];
            var first = candidate.EarliestFinish / 7 + 1;
            if (first > model.WeeksAtMost)
            {
                model.Solver.AtMost(Sum.Of(model.Takes[p]), 0);
                continue;
            }

            // Weeks are at least those of the day a cohort is given, or of the earliest finish.
            var finish = Sum.Of(model.Weeks, -1);
            if (candidate.CohortDays is not { } days)
            {
                finish.Add(model.Takes[p], first);
            }
            else
            {
                for (var d = 0; d < days.Length; d++)
                {
                    var last = candidate.WeeksTouched(days[d]).To;
                    if (last > model.WeeksAtMost) model.Solver.Fix(model.StartsOn(p, d), 0);
                    else finish.Add(model.StartsOn(p, d), last);
                }
            }

            if (model.WeeksAreMinimised) model.Solver.AtMost(finish, 0);
        }
    }
}
