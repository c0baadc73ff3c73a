namespace Cairn.Planning.Checking.Rules;

/// <summary>No program can be left out of the plan, all others staying where they are, without breaking a rule or making the plan worse.</summary>
internal static class NothingIsSuperfluous
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        if (CheapestPayment.Of(plan, plan.Placed) is not { } cost)
        {
            yield break;
        }

        Int128 recognition = plan.Recognition(plan.Placed);
        foreach (PlacedProgram placed in plan.Placed)
        {
            List<PlacedProgram> rest = [.. plan.Placed.Where(other => other != placed)];
            bool isValid = plan.ReachesCoverage(rest) && rest.All(other => plan.IsPrepared(other, rest));
            if (isValid && CheapestPayment.Of(plan, rest) is { } less && less <= cost && IsNoWorse(plan, rest, recognition))
            {
                yield return $"{placed.Id} can be left out and the plan is as good.";
            }
        }
    }

    /// <summary>Fewer programs never take more weeks, and an equal cost with fewer hours is better for the cheapest.</summary>
    private static bool IsNoWorse(CheckedPlan plan, List<PlacedProgram> rest, Int128 recognition) =>
        plan.Criterion is "cheapest" or "fastest" || plan.Recognition(rest) >= recognition;
}
