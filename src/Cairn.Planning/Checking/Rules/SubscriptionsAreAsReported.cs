using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>The subscriptions of a plan are those that pay a program, with the months that follow from hours, and those of the calendar.</summary>
internal static class SubscriptionsAreAsReported
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        if (plan.Payments.Contains(null))
        {
            yield break;
        }

        List<PaidSubscription> paid = [.. plan.Request.Subscriptions.Select(subscription => Paid(plan, subscription)).OfType<PaidSubscription>()];
        foreach (PaidSubscription expected in paid.Where(expected => !plan.Plan.Subscriptions.Contains(expected)))
        {
            yield return $"{expected.Id} is paid for {expected.Months} months of {expected.MonthHours} hours and spans {expected.CalendarMonths} calendar months; the answer does not say so.";
        }

        foreach (PaidSubscription stranger in plan.Plan.Subscriptions.ExceptBy(paid.Select(expected => expected.Id), reported => reported.Id))
        {
            yield return $"{stranger.Id} is listed as paid, and no program is paid by it.";
        }

        foreach (string twice in plan.Plan.Subscriptions.GroupBy(reported => reported.Id).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return $"{twice} is listed twice.";
        }
    }

    private static PaidSubscription? Paid(CheckedPlan plan, Subscription subscription)
    {
        PlacedProgram[] through = [.. plan.Placed.Where((_, i) => ReferenceEquals(plan.Payments[i]!.Subscription, subscription))];
        return through.Length == 0 ? null : new PaidSubscription(
            subscription.Id,
            (int)plan.MonthsOf(through.Sum(placed => (long)placed.Program.Hours)),
            (int)plan.MonthHours,
            CalendarMonths(through.Min(placed => placed.Place.Start), through.Max(placed => placed.Place.Finish)));
    }

    /// <summary>Months begin on the day of the first start: from 31 January the second begins on 28 February.</summary>
    private static int CalendarMonths(DateOnly start, DateOnly finish)
    {
        int months = Math.Max(1, ((finish.Year - start.Year) * 12) + finish.Month - start.Month);
        return start <= DateOnly.MaxValue.AddMonths(-months) && start.AddMonths(months) <= finish ? months + 1 : months;
    }
}
