using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>
/// The three plans that have names. Each is best in its first number, among those best in its second, and among those the one that stands first in
/// the request.
/// </summary>
internal static class NamedPlans
{
    /// <summary>Least cost, then fewest hours.</summary>
    public static Found Cheapest(PlanSearch search, Patience patience, Draft? start = null)
    {
        var found = search.Best(Aim.CostThenHours, Within.Limits, patience, start);
        return Shown(search, found, found.Draft is { } draft ? new() { CostAtMost = draft.Cost, HoursAtMost = draft.Hours } : Within.Limits, patience);
    }

    /// <summary>Fewest weeks, then least cost.</summary>
    public static Found Fastest(PlanSearch search, Patience patience, Draft? start = null)
    {
        var first = FewestWeeks(search, patience, start);
        return first.Status != PlanStatus.Proven
            ? first
            : Then(search, first, new() { WeeksAtMost = first.Draft!.Weeks }, patience);
    }

    /// <summary>
    /// No plan takes fewer weeks than the fewest hours fill. At the learner's own pace a plan with the fewest hours mostly takes no more, and hours are
    /// far easier to minimise than weeks.
    /// </summary>
    private static Found FewestWeeks(PlanSearch search, Patience patience, Draft? start)
    {
        if (!Array.Exists(search.Problem.Candidates, c => c.IsCohort)
            && search.Best(Aim.Hours, Within.Limits, patience.Share(2), start) is { Status: PlanStatus.Proven or PlanStatus.Infeasible } found)
        {
            if (found.Draft is null) return found;
            var draft = search.InFewestWeeks(found.Draft, patience);
            if (draft.Weeks <= search.WeeksFilledBy(draft.Hours)) return new(PlanStatus.Proven, draft, draft.Weeks);
            start = start is null || draft.Weeks < start.Weeks ? draft : start;
        }

        return search.Best(Aim.Weeks, Within.Limits, patience, start);
    }

    /// <summary>Most recognition, then least cost.</summary>
    public static Found BestRecognised(PlanSearch search, Patience patience, Draft? start = null)
    {
        // Nothing to recognise: cost alone decides, and nobody has more than nothing.
        if (search.BestTier == 0)
        {
            var cheapest = search.Best(Aim.Cost, Within.Limits, patience, start);
            if (cheapest.Draft is not null) cheapest = cheapest with { Bound = 0 };
            return Shown(search, cheapest, new() { CostAtMost = cheapest.Draft?.Cost }, patience);
        }

        var first = search.Best(Aim.Recognition, Within.Limits, patience, start);
        return first.Status != PlanStatus.Proven
            ? first
            : Then(search, first, new() { RecognitionAtLeast = first.Draft!.Recognition }, patience);
    }

    /// <summary>The second number, with the first one kept. Without its proof the plan is bounded, and its gap is in that number alone.</summary>
    private static Found Then(PlanSearch search, Found first, Within within, Patience patience)
    {
        var second = search.Best(Aim.Cost, within, patience, first.Draft);
        return second.Status == PlanStatus.Proven
            ? Shown(search, second with { Bound = first.Bound }, within with { CostAtMost = second.Draft!.Cost }, patience)
            : new(PlanStatus.Bounded, second.Draft ?? first.Draft, first.Bound);
    }

    /// <summary>A proven plan is the first among its equals. Where weeks do not count, nobody wants to wait for nothing.</summary>
    private static Found Shown(PlanSearch search, Found found, Within equal, Patience patience) => found switch
    {
        { Status: PlanStatus.Proven, Draft: { } draft } => found with
        {
            Draft = search.AmongEquals(found, equal.HoursAtMost is not null).FirstAmongEquals(draft, equal, patience).In(search.Problem),
        },
        { Draft: { } draft } => found with { Draft = search.InFewestWeeks(draft, patience) },
        _ => found,
    };
}
