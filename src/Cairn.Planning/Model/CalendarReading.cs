using Cairn.Planning.Problems;

namespace Cairn.Planning.Model;

/// <summary>Reads the days of a chosen set from a solution whose calendar is open.</summary>
internal static class CalendarReading
{
    /// <summary>By candidate; a candidate that is not taken has no days that mean anything.</summary>
    public static Timetable Read(PlanModel model, IReadOnlyList<long> values)
    {
        var problem = model.Problem;
        var count = problem.Candidates.Length;
        var (start, finish) = (new int[count], new int[count]);
        var spare = new int[model.SelfPacedWeeks];
        Array.Fill(spare, problem.HoursPerWeek);
        for (var p = 0; p < count; p++)
        {
            if (values[model.Takes[p].Index] == 0) continue;
            var candidate = problem.Candidates[p];
            if (candidate.CohortDays is { } days)
            {
                var d = 0;
                while (values[model.StartsOn(p, d).Index] == 0) d++;
                (start[p], finish[p]) = (days[d], days[d] + candidate.CohortLength - 1);
                var (from, to) = candidate.WeeksTouched(days[d]);
                for (var week = from; week < Math.Min(to, spare.Length); week++) spare[week] -= candidate.WeeklyHours;
            }
            else if (model.Calendar!.HasWeeks(p))
            {
                var weeks = Enumerable.Range(0, spare.Length).Where(k => values[model.Calendar.HoursIn(p, k).Index] > 0).ToList();
                (start[p], finish[p]) = (7 * weeks[0], 7 * weeks[^1] + 6);
                foreach (var week in weeks) spare[week] -= (int)values[model.Calendar.HoursIn(p, week).Index];
            }
        }

        // What has no weeks of its own fills what is left, one after the other.
        var at = 0;
        for (var p = 0; p < count; p++)
        {
            if (values[model.Takes[p].Index] == 0 || problem.Candidates[p].IsCohort || model.Calendar!.HasWeeks(p)) continue;
            var left = problem.Candidates[p].Hours;
            while (spare[at] == 0) at++;
            start[p] = 7 * at;
            while (left > spare[at])
            {
                left -= spare[at];
                spare[at++] = 0;
            }

            spare[at] -= left;
            finish[p] = 7 * at + 6;
        }

        return new(start, finish);
    }
}
