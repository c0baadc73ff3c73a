using Cairn.Planning.Problems;

namespace Cairn.Planning.Scheduling;

/// <summary>What is true of every calendar of a given set: the earliest each program can start and finish, and the fewest weeks.</summary>
internal sealed class SetBounds
{
    private const int Never = int.MaxValue;

    private SetBounds(int[] start, int[] finish, int weeks)
    {
        EarliestStart = start;
        EarliestFinish = finish;
        Weeks = weeks;
    }

    public int[] EarliestStart { get; }

    public int[] EarliestFinish { get; }

    /// <summary>No calendar takes fewer weeks.</summary>
    public int Weeks { get; }

    /// <summary>Null when some program of the set can never finish in time.</summary>
    public static SetBounds? Of(PlanProblem set)
    {
        var count = set.Candidates.Length;
        var (start, finish) = (new int[count], new int[count]);
        Array.Fill(finish, Never);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var p = 0; p < count; p++)
            {
                var (from, to) = Earliest(set, p, finish);
                if (to >= finish[p]) continue;
                (start[p], finish[p]) = (from, to);
                changed = true;
            }
        }

        if (Array.IndexOf(finish, Never) >= 0) return null;
        return new(start, finish, Math.Max(count == 0 ? 0 : finish.Max() / 7 + 1, Room(set)));
    }

    private static (int Start, int Finish) Earliest(PlanProblem set, int p, int[] finish)
    {
        var candidate = set.Candidates[p];
        var day = candidate.EarliestStart;
        foreach (var q in candidate.After)
        {
            if (finish[q] == Never) return (0, Never);
            day = Math.Max(day, finish[q] + 1);
        }

        foreach (var r in candidate.Requires)
        {
            var ready = Never;
            foreach (var q in set.Requirements[r].Suppliers)
            {
                if (q != p) ready = Math.Min(ready, finish[q]);
            }

            if (ready == Never) return (0, Never);
            day = Math.Max(day, ready + 1);
        }

        if (candidate.CohortDays is { } days)
        {
            var at = Array.FindIndex(days, d => d >= day);
            return at < 0 ? (0, Never) : (days[at], days[at] + candidate.CohortLength - 1);
        }

        var week = (day + 6) / 7;
        var last = 7 * (week + candidate.FewestWeeks) - 1;
        return last > (set.LastDay ?? Never - 1) ? (0, Never) : (7 * week, last);
    }

    /// <summary>Weeks that have room for all the hours, and for all the programs.</summary>
    private static int Room(PlanProblem set)
    {
        long hours = 0, rows = 0;
        foreach (var candidate in set.Candidates)
        {
            if (candidate.CohortDays is { } days)
            {
                var touched = days.Min(d => candidate.WeeksTouched(d).To - candidate.WeeksTouched(d).From);
                hours += (long)touched * candidate.WeeklyHours;
                rows += touched;
            }
            else
            {
                hours += candidate.Hours;
                rows += candidate.FewestWeeks;
            }
        }

        var weeks = (hours + set.HoursPerWeek - 1) / set.HoursPerWeek;
        if (set.Limits.MaxAtOnce is { } most) weeks = Math.Max(weeks, (rows + most - 1) / most);
        return (int)Math.Min(weeks, int.MaxValue / 8);
    }
}
