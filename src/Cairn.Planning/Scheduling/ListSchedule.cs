using Cairn.Planning.Problems;

namespace Cairn.Planning.Scheduling;

/// <summary>
/// Arranges a set week by week: cohorts on the first dates that work, then in each week the self-paced programs that are
/// ready, most urgent first. It is quick and nearly always takes the fewest weeks; it proves nothing, and may fail.
/// </summary>
internal sealed class ListSchedule
{
    private const int Attempts = 40;

    private readonly PlanProblem _set;
    private readonly SetBounds _bounds;
    private readonly int _weeks;
    private readonly int[] _start;
    private readonly int[] _finish;
    private readonly int[] _order;
    private readonly int _filler = -1;

    private ListSchedule(PlanProblem set, SetBounds bounds, int weeksAtMost, bool longestTailFirst, bool shortFirst = false)
    {
        (_set, _bounds, _weeks) = (set, bounds, weeksAtMost);
        _start = new int[set.Candidates.Length];
        _finish = new int[set.Candidates.Length];
        var tail = Tails();
        _order = [.. Enumerable.Range(0, set.Candidates.Length)
            .OrderByDescending(p => longestTailFirst ? tail[p] : 0)
            .ThenBy(p => shortFirst ? set.Candidates[p].Hours : 0)
            .ThenBy(p => set.Candidates[p].Subscription < 0 ? int.MaxValue : set.Candidates[p].Subscription)
            .ThenBy(p => set.Candidates[p].Position)];

        // One long program fills what the others leave of any week, so that no hours are lost where only so many may run at once.
        if (shortFirst) _filler = Array.FindLast(_order, p => !set.Candidates[p].IsCohort);
    }

    /// <summary>Of three orders (subscriptions together, longest chain first, short ones beside a long one) the one that takes the fewest weeks; null when none works out.</summary>
    public static Timetable? Of(PlanProblem set, SetBounds bounds, int weeksAtMost)
    {
        var together = new ListSchedule(set, bounds, weeksAtMost, longestTailFirst: false).Arrange();
        if (together?.Weeks == bounds.Weeks) return together;
        var chains = new ListSchedule(set, bounds, weeksAtMost, longestTailFirst: true).Arrange();
        var best = together is null || chains?.Weeks < together.Weeks ? chains : together;
        if (best?.Weeks == bounds.Weeks || set.Limits.MaxAtOnce is not > 1) return best;
        var beside = new ListSchedule(set, bounds, weeksAtMost, longestTailFirst: true, shortFirst: true).Arrange();
        return best is null || beside?.Weeks < best.Weeks ? beside : best;
    }

    /// <summary>By program: weeks that what waits for it still takes afterwards.</summary>
    private int[] Tails()
    {
        var tail = new int[_set.Candidates.Length];
        for (var round = 0; round < tail.Length; round++)
        {
            var changed = false;
            for (var p = 0; p < tail.Length; p++)
            {
                var after = tail[p] + (_set.Candidates[p].IsCohort ? _set.Candidates[p].CohortLength / 7 : _set.Candidates[p].FewestWeeks);
                foreach (var q in Prepares(p))
                {
                    if (tail[q] >= after) continue;
                    tail[q] = after;
                    changed = true;
                }
            }

            if (!changed) break;
        }

        return tail;
    }

    /// <summary>What a program waits for: what it names, and for each requirement the supplier that can finish first.</summary>
    private IEnumerable<int> Prepares(int p)
    {
        foreach (var q in _set.Candidates[p].After) yield return q;
        foreach (var r in _set.Candidates[p].Requires)
        {
            var first = -1;
            foreach (var q in _set.Requirements[r].Suppliers)
            {
                if (q != p && (first < 0 || _bounds.EarliestFinish[q] < _bounds.EarliestFinish[first])) first = q;
            }

            if (first >= 0) yield return first;
        }
    }

    private Timetable? Arrange()
    {
        var notBefore = (int[])_bounds.EarliestStart.Clone();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!PlaceCohorts(notBefore)) return null;
            var late = FillWeeks();
            if (late == Done) return new(_start, _finish);
            if (late < 0) return null;
            notBefore[late] = _start[late] + 1;
        }

        return null;
    }

    private const int Done = -1;
    private const int Failed = -2;

    /// <summary>Each cohort on its first date that leaves the weeks within their hours and rows.</summary>
    private bool PlaceCohorts(int[] notBefore)
    {
        var hours = new Dictionary<int, (int Hours, int Rows)>();
        foreach (var p in _order.Where(p => _set.Candidates[p].IsCohort).OrderBy(p => notBefore[p]))
        {
            var candidate = _set.Candidates[p];
            var placed = false;
            foreach (var day in candidate.CohortDays!)
            {
                if (day < notBefore[p]) continue;
                var (from, to) = candidate.WeeksTouched(day);
                if (to > _weeks || !Fits(candidate, from, to, hours)) continue;
                for (var week = from; week < to; week++)
                {
                    var (taken, rows) = hours.GetValueOrDefault(week);
                    hours[week] = (taken + candidate.WeeklyHours, rows + 1);
                }

                (_start[p], _finish[p]) = (day, day + candidate.CohortLength - 1);
                placed = true;
                break;
            }

            if (!placed) return false;
        }

        return true;
    }

    private bool Fits(Candidate candidate, int from, int to, Dictionary<int, (int Hours, int Rows)> hours)
    {
        for (var week = from; week < to; week++)
        {
            var (taken, rows) = hours.GetValueOrDefault(week);
            if (taken + candidate.WeeklyHours > _set.HoursPerWeek || rows + 1 > (_set.Limits.MaxAtOnce ?? int.MaxValue)) return false;
        }

        return true;
    }

    /// <summary>Done, failed, or the first cohort whose preparation comes too late.</summary>
    private int FillWeeks()
    {
        var count = _set.Candidates.Length;
        var left = Array.ConvertAll(_set.Candidates, c => c.IsCohort ? 0 : c.Hours);
        var cohorts = Enumerable.Range(0, count).Where(p => _set.Candidates[p].IsCohort).OrderBy(p => _start[p]).ToArray();
        var due = Due(cohorts);
        var order = _order.Where(p => !_set.Candidates[p].IsCohort).OrderBy(p => due[p]).ToArray();
        foreach (var p in order) (_start[p], _finish[p]) = (int.MaxValue, int.MaxValue);
        var open = order.Length;
        var running = new List<int>();
        for (var week = 0; open > 0; week++)
        {
            if (week >= _set.SelfPacedWeeks(_weeks)) return Failed;
            var hours = _set.HoursPerWeek;
            var rows = _set.Limits.MaxAtOnce ?? int.MaxValue;
            foreach (var p in cohorts)
            {
                if (_start[p] / 7 > week || _finish[p] / 7 < week) continue;
                hours -= _set.Candidates[p].WeeklyHours;
                rows--;
            }

            if (running.Count > rows) return Failed;
            var isKept = _filler >= 0 && _start[_filler] == int.MaxValue && IsReady(_filler, 7 * week);
            foreach (var p in _filler < 0 ? order : order.Where(p => p != _filler).Append(_filler))
            {
                if (hours == 0) break;
                if (left[p] == 0) continue;
                if (_start[p] == int.MaxValue)
                {
                    if (running.Count >= rows - (isKept && p != _filler ? 1 : 0) || !IsReady(p, 7 * week)) continue;
                    _start[p] = 7 * week;
                    running.Add(p);
                }

                var spent = Math.Min(hours, left[p]);
                hours -= spent;
                left[p] -= spent;
                if (left[p] > 0) continue;
                _finish[p] = 7 * week + 6;
                open--;
            }

            // The week in which one ends and another begins counts both.
            running.RemoveAll(p => left[p] == 0);
        }

        foreach (var p in cohorts)
        {
            if (!IsReady(p, _start[p])) return p;
        }

        return Done;
    }

    /// <summary>The day by which each self-paced program must finish for the cohorts it prepares for.</summary>
    private int[] Due(int[] cohorts)
    {
        var due = new int[_set.Candidates.Length];
        Array.Fill(due, int.MaxValue);
        foreach (var p in cohorts) due[p] = _finish[p];
        for (var round = 0; round < due.Length; round++)
        {
            var changed = false;
            for (var p = 0; p < due.Length; p++)
            {
                if (due[p] == int.MaxValue) continue;
                var candidate = _set.Candidates[p];
                var before = candidate.IsCohort ? _start[p] : due[p] - 7 * candidate.FewestWeeks;
                foreach (var q in Prepares(p))
                {
                    if (_set.Candidates[q].IsCohort || due[q] <= before) continue;
                    due[q] = before;
                    changed = true;
                }
            }

            if (!changed) break;
        }

        return due;
    }

    private bool IsReady(int p, int day)
    {
        var candidate = _set.Candidates[p];
        if (day < _bounds.EarliestStart[p]) return false;
        foreach (var q in candidate.After)
        {
            if (_finish[q] >= day) return false;
        }

        foreach (var r in candidate.Requires)
        {
            var ready = false;
            foreach (var q in _set.Requirements[r].Suppliers) ready |= q != p && _finish[q] < day;
            if (!ready) return false;
        }

        return true;
    }
}
