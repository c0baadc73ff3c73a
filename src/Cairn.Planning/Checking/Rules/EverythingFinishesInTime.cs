namespace Cairn.Planning.Checking.Rules;

/// <summary>No program finishes after <c>finishBy</c>; that day itself is in time.</summary>
internal static class EverythingFinishesInTime
{
    internal static IEnumerable<string> Broken(CheckedPlan plan) => plan.Placed
        .Where(placed => placed.Place.Finish > plan.Request.Limits.FinishBy)
        .Select(placed => $"{placed.Id} finishes on {CheckedPlan.Day(placed.Place.Finish)}, after {CheckedPlan.Day(plan.Request.Limits.FinishBy!.Value)}.");
}
