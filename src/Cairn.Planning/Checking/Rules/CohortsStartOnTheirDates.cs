namespace Cairn.Planning.Checking.Rules;

/// <summary>A cohort starts on one of its dates, not before <c>startOn</c>, and finishes after its weeks.</summary>
internal static class CohortsStartOnTheirDates
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        foreach (PlacedProgram placed in plan.Placed.Where(placed => placed.IsCohort))
        {
            if (placed.StartDay < 0 || !placed.Program.Starts!.Contains(placed.Place.Start))
            {
                yield return $"{placed.Id} starts on {CheckedPlan.Day(placed.Place.Start)}, which is not one of its dates from the start on.";
            }

            if (placed.FinishDay - placed.StartDay != (7 * placed.Program.Weeks!.Value) - 1)
            {
                yield return $"{placed.Id} finishes on {CheckedPlan.Day(placed.Place.Finish)}, which is not the last day of its {placed.Program.Weeks} weeks.";
            }
        }
    }
}
