using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking;

/// <summary>The least that given programs cost, over every way to pay them: each once, once with one aid, or through its subscription.</summary>
internal sealed class CheapestPayment
{
    /// <summary>A plan has a handful of programs with a choice; beyond this many tries the least cost is not known.</summary>
    private const int MostTries = 200_000;

    private readonly CheckedPlan _plan;
    private readonly IReadOnlyList<PlacedProgram> _placed;
    private readonly Dictionary<Aid, int> _aidLeft;
    private readonly Dictionary<string, long> _hours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subscription> _subscriptions;
    private Int128? _best;
    private int _tries;

    private CheapestPayment(CheckedPlan plan, IEnumerable<PlacedProgram> placed)
    {
        _plan = plan;
        _subscriptions = plan.Request.Subscriptions.ToDictionary(subscription => subscription.Id, StringComparer.Ordinal);
        _aidLeft = new Dictionary<Aid, int>(ReferenceEqualityComparer.Instance);
        foreach (Aid aid in plan.Request.Aid)
        {
            _aidLeft[aid] = aid.AtMost ?? int.MaxValue;
        }

        // Without a choice first: what must be paid anyway bounds the rest.
        _placed = [.. placed.OrderBy(program => program.Program is { PriceOnce: not null, Subscription: not null } ? 1 : 0)];
    }

    /// <returns>Minor units; null when there are too many ways to try, or a program cannot be paid at all.</returns>
    internal static Int128? Of(CheckedPlan plan, IEnumerable<PlacedProgram> placed)
    {
        var search = new CheapestPayment(plan, placed);
        search.Pay(0, 0);
        return search._tries > MostTries ? null : search._best;
    }

    private void Pay(int at, Int128 once)
    {
        if (++_tries > MostTries)
        {
            return;
        }

        Int128 cost = once;
        foreach ((string id, long through) in _hours)
        {
            cost += (Int128)_plan.MonthsOf(through) * _subscriptions[id].PerMonth;
        }

        if (cost >= _best)
        {
            return;
        }

        if (at == _placed.Count)
        {
            _best = cost;
            return;
        }

        PlanProgram program = _placed[at].Program;
        if (program.PriceOnce is { } price)
        {
            foreach (Aid aid in _plan.Request.Aid.Where(aid => _aidLeft[aid] > 0 && aid.Programs.Contains(program.Id)))
            {
                _aidLeft[aid]--;
                Pay(at + 1, once + price - CheckedPlan.Discount(aid, price));
                _aidLeft[aid]++;
            }

            Pay(at + 1, once + price);
        }

        if (program.Subscription is { } subscription)
        {
            _hours[subscription] = _hours.GetValueOrDefault(subscription) + program.Hours;
            Pay(at + 1, once);
            _hours[subscription] -= program.Hours;
        }
    }
}
