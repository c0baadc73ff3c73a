namespace Cairn.Planning.Checking.Rules;

/// <summary>In no week run more than <c>maxAtOnce</c> programs; the week in which one ends and another begins counts both.</summary>
internal static class NoMoreAtOnceThanAllowed
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        if (plan.Request.Limits.MaxAtOnce is not { } most)
        {
            yield break;
        }

        // The most run at once in a week in which one begins.
        foreach (PlacedProgram begins in plan.Placed.DistinctBy(placed => placed.FirstWeek))
        {
            int running = plan.Placed.Count(placed => placed.RunsIn(begins.FirstWeek));
            if (running > most)
            {
                yield return $"{running} programs run in the week in which {begins.Id} starts, and at most {most} may.";
            }
        }
    }
}
