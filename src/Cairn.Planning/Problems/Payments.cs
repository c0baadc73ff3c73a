namespace Cairn.Planning.Problems;

/// <summary>What a program costs when it is paid once, with the aid that is granted for it.</summary>
internal static class Payments
{
    /// <summary>Single price after the best aid that may be given to any number of programs, and the counted aid that takes off more.</summary>
    public static (long? Price, int FreeAid, CountedAid[] Counted) PriceOf(Catalogue catalogue, int program)
    {
        if (catalogue.Request.Programs[program].PriceOnce is not { } price) return (null, -1, []);
        var (freeAid, off) = (-1, 0L);
        foreach (var a in catalogue.AidFor[program])
        {
            if (IsCounted(catalogue, a)) continue;
            var discount = Discount(catalogue, a, price);
            if (discount > off) (freeAid, off) = (a, discount);
        }

        var counted = new List<CountedAid>();
        foreach (var a in catalogue.AidFor[program])
        {
            var discount = Discount(catalogue, a, price);
            if (IsCounted(catalogue, a) && catalogue.Request.Aid[a].AtMost > 0 && discount > off) counted.Add(new(a, discount - off));
        }

        return (price - off, freeAid, [.. counted]);
    }

    /// <summary>The same program with all of its aid counted, whatever other programs the aid lists: what pays it depends on the plan alone.</summary>
    public static Candidate WithAllAidCounted(Catalogue catalogue, Candidate candidate)
    {
        if (candidate.Price is null || catalogue.AidFor[candidate.Position].Length == 0) return candidate;
        var price = catalogue.Request.Programs[candidate.Position].PriceOnce!.Value;
        var aid = catalogue.AidFor[candidate.Position]
            .Where(a => catalogue.Request.Aid[a].AtMost is null or > 0)
            .Select(a => new CountedAid(a, Discount(catalogue, a, price)))
            .Where(a => a.Off > 0);
        return candidate with { Price = price, FreeAid = -1, CountedAid = [.. aid] };
    }

    /// <summary>Minor units of a set that is paid so.</summary>
    public static long CostOf(PlanProblem problem, int[] chosen, Payment[] pays)
    {
        var hours = HoursThrough(problem, chosen, pays);
        long cost = 0;
        foreach (var (subscription, sum) in hours)
            cost = checked(cost + problem.Catalogue.Request.Subscriptions[subscription].PerMonth * Months(problem, sum));
        for (var i = 0; i < chosen.Length; i++)
        {
            if (pays[i].Kind == PaymentKind.Subscription) continue;
            var price = problem.Program(chosen[i]).PriceOnce!.Value;
            cost = checked(cost + price - (pays[i].Kind == PaymentKind.Aid ? Discount(problem.Catalogue, pays[i].Aid, price) : 0));
        }

        return cost;
    }

    /// <summary>By subscription, in the order of the request: hours that are paid through it.</summary>
    public static SortedDictionary<int, long> HoursThrough(PlanProblem problem, int[] chosen, Payment[] pays)
    {
        var hours = new SortedDictionary<int, long>();
        for (var i = 0; i < chosen.Length; i++)
        {
            if (pays[i].Kind != PaymentKind.Subscription) continue;
            var candidate = problem.Candidates[chosen[i]];
            hours[candidate.Subscription] = hours.GetValueOrDefault(candidate.Subscription) + candidate.Hours;
        }

        return hours;
    }

    public static long Months(PlanProblem problem, long hours) => (hours + problem.MonthHours - 1) / problem.MonthHours;

    /// <summary>Percent of the price rounded down to the minor unit, or the amount, not more than the price.</summary>
    public static long Discount(Catalogue catalogue, int aid, long price)
    {
        var granted = catalogue.Request.Aid[aid];
        var off = granted.Percent is { } percent
            ? PercentOf(price, percent)
            : granted.Amount ?? throw new ArgumentException($"Aid {granted.Id} has neither percent nor amount.");
        return Math.Min(off, price);
    }

    /// <summary>Aid that cannot run out is inside the price; a count no smaller than its list is no count.</summary>
    private static bool IsCounted(Catalogue catalogue, int aid) =>
        catalogue.Request.Aid[aid].AtMost is { } most && most < catalogue.Request.Aid[aid].Programs.Count;

    /// <summary>Exact for every percent a decimal can hold: the whole part apart, so that nothing is rounded before the floor.</summary>
    private static long PercentOf(long price, decimal percent)
    {
        var bits = decimal.GetBits(percent);
        var scale = (bits[3] >> 16) & 0x7F;
        var mantissa = ((System.Numerics.BigInteger)(uint)bits[2] << 64) | ((System.Numerics.BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var exact = mantissa * price / (System.Numerics.BigInteger.Pow(10, scale) * 100);
        return exact > price ? price : (long)exact;
    }
}
