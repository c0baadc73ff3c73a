using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking;

/// <summary>The least that given programs cost, over every way to pay them: each once, once with one aid, or through its subscription.</summary>
internal sealed class CheapestPayment
{
    /// <summary>A plan has a handful of programs with a choice; beyond this many tries the least cost is not known.</summary>
    private const int MostTries = 200_000;

    private readonly CheckedPlan plan;
    private readonly IReadOnlyList<PlacedProgram> placed;
    private readonly Dictionary<Aid, int> aidLeft;
    private readonly Dictionary<string, long> hours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subscription> subscriptions;
    private Int128? best;
    private int tries;

    private CheapestPayment(CheckedPlan plan, IEnumerable<PlacedProgram> placed)
    {
        this.plan = plan;
        subscriptions = plan.Request.Subscriptions.ToDictionary(subscription => subscription.Id, StringComparer.Ordinal);
        aidLeft = new Dictionary<Aid, int>(ReferenceEqualityComparer.Instance);
        foreach (Aid aid in plan.Request.Aid)
        {
            aidLeft[aid] = aid.AtMost ?? int.MaxValue;
        }

        // Without a choice first: what must be paid anyway bounds the rest.
        this.placed = [.. placed.OrderBy(program => program.Program is { PriceOnce: not null, Subscription: not null } ? 1 : 0)];
    }

    /// <returns>Minor units; null when there are too many ways to try, or a program cannot be paid at all.</returns>
    internal static Int128? Of(CheckedPlan plan, IEnumerable<PlacedProgram> placed)
    {
        var search = new CheapestPayment(plan, placed);
        search.Pay(0, 0);
        return search.tries > MostTries ? null : search.best;
    }

    private void Pay(int at, Int128 once)
    {
        if (++tries > MostTries)
        {
            return;
        }

        Int128 cost = once;
        foreach ((string id, long through) in hours)
        {
            cost += (Int128)plan.MonthsOf(through) * subscriptions[id].PerMonth;
        }

        if (cost >= best)
        {
            return;
        }

        if (at == placed.Count)
        {
            best = cost;
            return;
        }

        PlanProgram program = placed[at].Program;
        if (program.PriceOnce is { } price)
        {
            foreach (Aid aid in plan.Request.Aid.Where(aid => aidLeft[aid] > 0 && aid.Programs.Contains(program.Id)))
            {
                aidLeft[aid]--;
                Pay(at + 1, once + price - CheckedPlan.Discount(aid, price));
                aidLeft[aid]++;
            }

            Pay(at + 1, once + price);
        }

        if (program.Subscription is { } subscription)
        {
            hours[subscription] = hours.GetValueOrDefault(subscription) + program.Hours;
            Pay(at + 1, once);
            hours[subscription] -= program.Hours;
        }
    }
}
