namespace Cairn.Planning.Checking.Rules;

/// <summary>What runs at the learner's pace starts on the first day of a week from <c>startOn</c> and finishes on the last of the same or a later one.</summary>
internal static class SelfPacedProgramsTakeWholeWeeks
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        foreach (PlacedProgram placed in plan.Placed.Where(placed => !placed.IsCohort))
        {
            if (placed.StartDay < 0 || placed.StartDay % 7 != 0)
            {
                yield return $"{placed.Id} starts on {CheckedPlan.Day(placed.Place.Start)}, which is not the first day of a week from the start.";
            }

            if (placed.FinishDay < placed.StartDay || placed.FinishDay % 7 != 6)
            {
                yield return $"{placed.Id} finishes on {CheckedPlan.Day(placed.Place.Finish)}, which is not the last day of its first or a later week.";
            }
        }
    }
}
