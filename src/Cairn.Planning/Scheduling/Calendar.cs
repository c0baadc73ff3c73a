using Cairn.Planning.Model;
using Cairn.Planning.Problems;
using Cairn.Planning.Rules;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Scheduling;

/// <summary>Finds a calendar for a given set, or proves that there is none: first by hand, then with every rule in the solver.</summary>
internal sealed class Calendar(Patience patience)
{
    /// <summary>A set without what other programs of the request lent it: its earliest days are those that it has by itself.</summary>
    public static PlanProblem Alone(PlanProblem set)
    {
        if (SetBounds.Of(set) is not { } bounds) return set;
        return set with
        {
            Candidates = [.. set.Candidates.Select((c, p) => c with
            {
                EarliestStart = bounds.EarliestStart[p],
                EarliestFinish = bounds.EarliestFinish[p],
                CohortDays = c.CohortDays is { } days ? [.. days.Where(day => day >= bounds.EarliestStart[p])] : null,
            })],
        };
    }

    /// <summary>A calendar within so many weeks.</summary>
    public Arrangement Within(PlanProblem set, int weeksAtMost)
    {
        if (SetBounds.Of(set) is not { } bounds || bounds.Weeks > weeksAtMost) return Arrangement.Impossible;
        return ListSchedule.Of(set, bounds, weeksAtMost) is { } timetable ? new(timetable, bounds.Weeks) : Solve(set, weeksAtMost);
    }

    /// <summary>A calendar with the fewest weeks, or the best one found and how few there may be.</summary>
    public Arrangement FewestWeeks(PlanProblem set, int weeksAtMost)
    {
        if (SetBounds.Of(set) is not { } bounds || bounds.Weeks > weeksAtMost) return Arrangement.Impossible;
        var best = ListSchedule.Of(set, bounds, weeksAtMost);
        if (best is null)
        {
            var any = Solve(set, weeksAtMost);
            if (any.Timetable is null) return any;
            best = any.Timetable;
        }

        // The least feasible number of weeks lies in [fewest, best.Weeks].
        var fewest = bounds.Weeks;
        while (fewest < best.Weeks)
        {
            var middle = fewest + (best.Weeks - fewest - 1) / 2;
            var tried = Solve(set, middle);
            if (tried.Timetable is { } better) best = better;
            else if (tried.IsImpossible) fewest = middle + 1;
            else break;
        }

        return new(best, fewest);
    }

    private Arrangement Solve(PlanProblem set, int weeks)
    {
        var model = new PlanModel(set, weeks);
        PlanRules.LimitChoice(model);
        PlanRules.LimitCalendar(model);
        var answer = model.Solver.Solve(patience.Left, patience.Cancellation);
        if (answer.Status == SolverStatus.Infeasible) return Arrangement.Impossible;
        return answer.HasSolution ? new(CalendarReading.Read(model, answer.Values), 0) : Arrangement.Unknown;
    }
}

/// <summary>A calendar, or why there is none.</summary>
/// <param name="Timetable">Null when none was found.</param>
/// <param name="Fewest">No calendar takes fewer weeks; <see cref="int.MaxValue"/> when there is none within the weeks asked about.</param>
internal sealed record Arrangement(Timetable? Timetable, int Fewest)
{
    public static Arrangement Impossible { get; } = new(null, int.MaxValue);

    public static Arrangement Unknown { get; } = new(null, 0);

    public bool IsImpossible => Timetable is null && Fewest == int.MaxValue;

    public bool IsProven => Timetable is not null && Timetable.Weeks == Fewest;
}
