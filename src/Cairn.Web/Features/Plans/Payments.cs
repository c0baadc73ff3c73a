using Cairn.Planning.Contract;

namespace Cairn.Web.Features.Plans;

/// <summary>What is paid for one program.</summary>
/// <param name="Amount">Minor units; 0 when free or opened by a subscription.</param>
/// <param name="Price">Its single price before aid; null when it is opened by a subscription.</param>
/// <param name="Aid">Id of the aid that lowers it, or null.</param>
/// <param name="Subscription">Id of the subscription that opens it, or null.</param>
internal sealed record Payment(long Amount, long? Price, string? Aid, string? Subscription);

/// <summary>The money of a plan, program by program and month by month. It adds up to the plan's cost.</summary>
internal static class Payments
{
    public static Payment Of(PlannedProgram planned, PlanRequest request)
    {
        if (request.Subscriptions.Any(subscription => subscription.Id == planned.Pays))
            return new Payment(0, null, null, planned.Pays);
        var price = request.Programs.First(program => program.Id == planned.Id).PriceOnce ?? 0;
        var aid = request.Aid.FirstOrDefault(aid => aid.Id == planned.Pays);
        return new Payment(price - Discount(price, aid), price, aid?.Id, null);
    }

    /// <summary>By first day of the month, from the month in which the plan begins through the last in which something is paid or learnt.</summary>
    public static IReadOnlyList<(DateOnly Month, long Amount)> ByMonth(LearnerPlan plan, PlanRequest request)
    {
        if (plan.Programs.Count == 0)
            return [];
        var amounts = new SortedDictionary<DateOnly, long>();
        foreach (var planned in plan.Programs)
            Add(planned.Start, Of(planned, request).Amount);
        foreach (var paid in plan.Subscriptions)
        {
            var perMonth = request.Subscriptions.First(subscription => subscription.Id == paid.Id).PerMonth;
            var first = plan.Programs.Where(planned => planned.Pays == paid.Id).Min(planned => planned.Start);
            for (var month = 0; month < paid.Months; month++)
                Add(first.AddMonths(month), perMonth);
        }

        var last = plan.Programs.Max(planned => planned.Finish);
        for (var month = FirstOf(plan.Programs.Min(planned => planned.Start)); month <= FirstOf(last); month = month.AddMonths(1))
            amounts.TryAdd(month, 0);
        return [.. amounts.Select(entry => (entry.Key, entry.Value))];

        void Add(DateOnly day, long amount) => amounts[FirstOf(day)] = amounts.GetValueOrDefault(FirstOf(day)) + amount;
    }

    private static long Discount(long price, Aid? aid) => aid switch
    {
        null => 0,
        { Percent: { } percent } => (long)decimal.Floor(price * percent / 100),
        { Amount: { } amount } => Math.Min(price, amount),
        _ => 0,
    };

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
