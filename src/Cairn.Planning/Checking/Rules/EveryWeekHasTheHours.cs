namespace Cairn.Planning.Checking.Rules;

/// <summary>
/// In each week cohorts take their hours first; what is left can be split so that every self-paced program gets its hours within its weeks.
/// Serving the program whose weeks end first is such a split whenever there is one.
/// </summary>
internal static class EveryWeekHasTheHours
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        int hoursPerWeek = plan.Request.Limits.HoursPerWeek;
        PlacedProgram[] cohorts = [.. plan.Placed.Where(placed => placed.IsCohort)];
        PlacedProgram[] paced = [.. plan.Placed.Where(placed => !placed.IsCohort && placed.FirstWeek >= 0).OrderBy(placed => placed.LastWeek)];
        long[] left = [.. paced.Select(placed => (long)placed.Program.Hours)];

        foreach (int week in cohorts.SelectMany(cohort => Enumerable.Range(cohort.FirstWeek, Math.Max(0, cohort.LastWeek - cohort.FirstWeek + 1))).Distinct().Order())
        {
            long hours = CohortHours(cohorts, week);
            if (hours > hoursPerWeek)
            {
                yield return $"The cohorts of the week of {Day(plan, week)} take {hours} hours, and there are {hoursPerWeek}.";
            }
        }

        for (int week = 0; week < plan.Weeks; week++)
        {
            long free = Math.Max(0, hoursPerWeek - CohortHours(cohorts, week));
            for (int i = 0; i < paced.Length && free > 0; i++)
            {
                long given = paced[i].RunsIn(week) ? Math.Min(free, left[i]) : 0;
                left[i] -= given;
                free -= given;
            }
        }

        for (int i = 0; i < paced.Length; i++)
        {
            if (left[i] > 0)
            {
                yield return $"{paced[i].Id} misses {left[i]} of its {paced[i].Program.Hours} hours from {CheckedPlan.Day(paced[i].Place.Start)} to {CheckedPlan.Day(paced[i].Place.Finish)}, however the weeks are shared.";
            }
        }
    }

    private static long CohortHours(PlacedProgram[] cohorts, int week) => cohorts.Where(cohort => cohort.RunsIn(week)).Sum(cohort => (long)cohort.CohortHours);

    private static string Day(CheckedPlan plan, int week) => CheckedPlan.Day(DateOnly.FromDayNumber(Math.Max(0, plan.Request.Limits.StartOn.DayNumber + (7 * week))));
}
