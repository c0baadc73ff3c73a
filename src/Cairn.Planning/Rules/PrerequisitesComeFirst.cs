using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>What a program requires is held, or taught by another program of the plan that finishes before it starts.</summary>
internal sealed class PrerequisitesComeFirst : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        foreach (var (p, suppliers) in Waiting(model))
            model.Solver.OneOf(model.Takes[p], suppliers.Select(q => model.Takes[q]));
    }

    public override void LimitCalendar(PlanModel model)
    {
        var calendar = model.Calendar!;
        foreach (var (p, suppliers) in Waiting(model))
        {
            if (model.Problem.Candidates[p].CohortDays is { } days)
            {
                for (var d = 0; d < days.Length; d++) StartsOnlyAfter(model, model.StartsOn(p, d), suppliers, days[d]);
            }
            else
            {
                for (var week = 0; week < model.SelfPacedWeeks; week++)
                    StartsOnlyAfter(model, calendar.StartedBy(p, week), suppliers, 7 * week);
            }
        }
    }

    private static void StartsOnlyAfter(PlanModel model, Var starts, int[] suppliers, int day)
    {
        var unmet = Sum.Of(starts);
        foreach (var q in suppliers) unmet.Add(model.Calendar!.FinishedBefore(q, day), -1);
        model.Solver.AtMost(unmet, 0);
    }

    /// <summary>A program never prepares for itself.</summary>
    private static IEnumerable<(int Program, int[] Suppliers)> Waiting(PlanModel model)
    {
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            foreach (var r in model.Problem.Candidates[p].Requires)
            {
                var suppliers = model.Problem.Requirements[r].Suppliers;
                yield return (p, Array.IndexOf(suppliers, p) < 0 ? suppliers : [.. suppliers.Where(q => q != p)]);
            }
        }
    }
}
