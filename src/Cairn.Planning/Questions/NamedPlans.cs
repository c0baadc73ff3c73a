using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>The three plans that have names. Each is best in its first number, and among those best in its second.</summary>
internal static class NamedPlans
{
    /// <summary>Least cost, then fewest hours.</summary>
    public static Found Cheapest(PlanSearch search, Patience patience, Draft? start = null) =>
        Tight(search, search.Best(Aim.CostThenHours, Within.Limits, patience, start), patience);

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
        // Nothing to recognise: every plan is as recognised as the cheapest.
        if (search.BestTier == 0)
        {
            var cheapest = Cheapest(search, patience, start);
            return cheapest.Status switch
            {
                PlanStatus.Proven or PlanStatus.Bounded => cheapest with { Bound = 0 },
                _ => cheapest,
            };
        }

        var first = search.Best(Aim.Recognition, Within.Limits, patience, start);
        return first.Status != PlanStatus.Proven
            ? first
            : Then(search, first, new() { RecognitionAtLeast = first.Draft!.Recognition }, patience);
    }

    /// <summary>The second number, with the first one kept. Without its proof the plan is bounded, and its gap is in that number alone.</summary>
    private static Found Then(PlanSearch search, Found first, Within within, Patience patience)
    {
        var second = search.Best(Aim.CostThenHours, within, patience, first.Draft);
        return second.Status == PlanStatus.Proven
            ? Tight(search, first with { Draft = second.Draft }, patience)
            : new(PlanStatus.Bounded, second.Draft ?? first.Draft, first.Bound);
    }

    /// <summary>Weeks do not count here, but nobody wants to wait for nothing.</summary>
    private static Found Tight(PlanSearch search, Found found, Patience patience) =>
        found.Draft is { } draft ? found with { Draft = search.InFewestWeeks(draft, patience) } : found;
}
