using Cairn.Planning.Contract;
using Cairn.Planning.Model;
using Cairn.Planning.Problems;

namespace Cairn.Planning.Rules;

/// <summary>A program with dates starts on exactly one of them, none of which is before the first day of the plan.</summary>
internal sealed class CohortsStartOnTheirDates : PlanRule
{
    public override bool Admits(Catalogue catalogue, int program, PlanLimits limits)
    {
        if (catalogue.Request.Programs[program].Starts is not { } dates) return true;
        foreach (var date in dates)
        {
            if (date >= limits.StartOn) return true;
        }

        return false;
    }

    public override void LimitChoice(PlanModel model)
    {
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            if (model.Problem.Candidates[p].CohortDays is not { } days) continue;
            var starts = Sum.Of(model.Takes[p], -1);
            for (var d = 0; d < days.Length; d++) starts.Add(model.StartsOn(p, d));
            model.Solver.Exactly(starts, 0);
        }
    }
}
