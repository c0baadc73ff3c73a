using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>Turns numbers back into ids, days and amounts.</summary>
internal static class AnswerWriter
{
    /// <summary>A plan the way the contract states it.</summary>
    /// <param name="aim">What it is best in.</param>
    /// <param name="found">What was found and proved.</param>
    public static LearnerPlan Plan(Aim aim, Found found)
    {
        if (found.Draft is not { } draft) return new() { Status = found.Status, Bound = found.Bound };
        var value = PlanSearch.ValueOf(aim, draft);
        var isBounded = found.Status == PlanStatus.Bounded;
        return Plan(draft) with
        {
            Status = found.Status,
            Bound = found.Bound,
            Gap = isBounded && found.Bound is { } bound ? Math.Abs((double)value - bound) / Math.Max(1, Math.Abs((double)value)) : null,
        };
    }

    /// <summary>Share of the total that is held or reached, rounded down.</summary>
    public static int CoverageOf(PlanProblem problem, long reachedWeight) =>
        problem.TotalWeight == 0 ? 1_000_000 : (int)((Int128)(problem.HeldWeight + reachedWeight) * 1_000_000 / problem.TotalWeight);

    /// <summary>Whole hours, however absurd the request.</summary>
    public static int HoursOf(Draft draft) => (int)Math.Min(draft.Hours, int.MaxValue);

    private static LearnerPlan Plan(Draft draft)
    {
        var problem = draft.Problem;
        return new()
        {
            Status = PlanStatus.Proven,
            Cost = draft.Cost,
            Hours = HoursOf(draft),
            Weeks = draft.Weeks,
            CoverageMillionths = CoverageOf(problem, draft.ReachedWeight),
            Recognition = draft.Recognition,
            Subscriptions = [.. Payments.HoursThrough(problem, draft.Chosen, draft.Pays).Select(s => Subscription(draft, s.Key, s.Value))],
            Programs = [.. Enumerable.Range(0, draft.Chosen.Length)
                .OrderBy(i => draft.Timetable.Start[i]).ThenBy(i => draft.Chosen[i])
                .Select(i => Program(draft, i))],
        };
    }

    private static PlannedProgram Program(Draft draft, int i)
    {
        var problem = draft.Problem;
        var (candidate, request) = (problem.Candidates[draft.Chosen[i]], problem.Catalogue.Request);
        var pays = draft.Pays[i].Kind switch
        {
            PaymentKind.Subscription => request.Subscriptions[candidate.Subscription].Id,
            PaymentKind.Aid => request.Aid[draft.Pays[i].Aid].Id,
            _ => "once",
        };
        return new(
            request.Programs[candidate.Position].Id,
            Day(problem, draft.Timetable.Start[i]),
            Day(problem, draft.Timetable.Finish[i]),
            pays,
            [.. candidate.Reaches.Select(n => problem.Needs[problem.OpenNeeds[n]].Skill)]);
    }

    private static PaidSubscription Subscription(Draft draft, int subscription, long hours)
    {
        var (first, last) = (int.MaxValue, 0);
        for (var i = 0; i < draft.Chosen.Length; i++)
        {
            if (draft.Pays[i].Kind != PaymentKind.Subscription || draft.Problem.Candidates[draft.Chosen[i]].Subscription != subscription) continue;
            first = Math.Min(first, draft.Timetable.Start[i]);
            last = Math.Max(last, draft.Timetable.Finish[i]);
        }

        var (from, to) = (Day(draft.Problem, first), Day(draft.Problem, last));
        var calendarMonths = 1;
        while (from.AddMonths(calendarMonths) <= to) calendarMonths++;
        return new(
            draft.Problem.Catalogue.Request.Subscriptions[subscription].Id,
            (int)Math.Min(Payments.Months(draft.Problem, hours), int.MaxValue),
            draft.Problem.MonthHours,
            calendarMonths);
    }

    private static DateOnly Day(PlanProblem problem, int day) => problem.Limits.StartOn.AddDays(day);
}
