namespace Cairn.Planning.Checking.Rules;

/// <summary>A plan has at most <c>maxPrograms</c> programs.</summary>
internal static class NoMoreProgramsThanAllowed
{
    internal static IEnumerable<string> Broken(CheckedPlan plan) =>
        plan.Placed.Count > plan.Request.Limits.MaxPrograms
            ? [$"It has {plan.Placed.Count} programs, and at most {plan.Request.Limits.MaxPrograms} are allowed."]
            : [];
}
