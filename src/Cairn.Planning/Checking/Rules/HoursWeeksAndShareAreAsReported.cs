namespace Cairn.Planning.Checking.Rules;

/// <summary>Hours, weeks and coverage follow from the programs.</summary>
internal static class HoursWeeksAndShareAreAsReported
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        if (plan.Plan.Hours != plan.Hours)
        {
            yield return $"It takes {plan.Hours} hours, and the answer says {plan.Plan.Hours}.";
        }

        if (plan.Plan.Weeks != plan.Weeks)
        {
            yield return $"It takes {plan.Weeks} weeks, and the answer says {plan.Plan.Weeks}.";
        }

        // Six decimals are rounded one way or the other, never further.
        Int128 exact = plan.Needs.Total == 0 ? 1_000_000 : (Int128)plan.DoneWeight(plan.Placed) * 1_000_000;
        Int128 total = plan.Needs.Total == 0 ? 1 : plan.Needs.Total;
        if (Int128.Abs((plan.Plan.CoverageMillionths * total) - exact) >= total)
        {
            yield return $"It covers {plan.DoneWeight(plan.Placed)} of {plan.Needs.Total}, and the answer says {plan.Plan.CoverageMillionths / 1_000_000m}.";
        }
    }
}
