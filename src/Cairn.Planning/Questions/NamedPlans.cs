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
        var first = search.Best(Aim.Weeks, Within.Limits, patience, start);
        return first.Status != PlanStatus.Proven
            ? first
            : Then(search, first, new() { WeeksAtMost = first.Draft!.Weeks }, patience);
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
        { Status: PlanStatus.Proven } => found with { Draft = search.FirstAmongEquals(found, equal, patience) },
        { Draft: { } draft } => found with { Draft = search.InFewestWeeks(draft, patience) },
        _ => found,
    };
}
