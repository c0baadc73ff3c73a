namespace Cairn.Planning.Problems;

/// <summary>
/// Drops a candidate when another one can take its place in every plan and no plan gets worse by it: paid the same way with the
/// same aid, teaching at least the same open needs and supplying at least the same requirements, at no more price, hours and
/// preparation, with no less recognition, at the same times. A candidate that is named in an <c>after</c> stays.
/// </summary>
/// <remarks>
/// Plans that are equal in both criteria are told apart by position, so a candidate is dropped for a later one only where that one, unaided and
/// without a subscription, has a lower price: every criterion counts cost. Where it has only fewer hours, the candidate is kept for questions
/// about equals, and is out of all others: a plan with it is never better in a criterion.
/// </remarks>
internal static class DominatedCandidates
{
    /// <summary>Comparisons after which the rest stays: a catalogue made to be slow costs time in the solver, not here.</summary>
    private const long MostComparisons = 20_000_000;

    public static PlanProblem Drop(PlanProblem problem)
    {
        var candidates = problem.Candidates;
        if (candidates.Length < 2) return problem;
        var supplies = SuppliesOf(problem);
        var named = new bool[candidates.Length];
        foreach (var candidate in candidates)
        {
            foreach (var q in candidate.After) named[q] = true;
        }

        var byItem = new Dictionary<int, List<int>>();
        for (var i = 0; i < candidates.Length; i++)
        {
            foreach (var item in supplies[i])
            {
                if (!byItem.TryGetValue(item, out var list)) byItem[item] = list = [];
                list.Add(i);
            }
        }

        // What nearly always differs, side by side: most pairs end here.
        var quick = Enumerable.Range(0, candidates.Length).Select(p => (Key: Mask(supplies[p]), candidates[p].Hours, Price: candidates[p].Price ?? -1)).ToArray();
        var dropped = new bool[candidates.Length];
        var beaten = new bool[candidates.Length];
        long comparisons = 0;
        for (var d = 0; d < candidates.Length && comparisons < MostComparisons; d++)
        {
            if (named[d] || supplies[d].Length == 0) continue;
            var rarest = byItem[supplies[d][0]];
            foreach (var item in supplies[d])
            {
                if (byItem[item].Count < rarest.Count) rarest = byItem[item];
            }

            comparisons += rarest.Count;
            var own = quick[d];
            foreach (var e in rarest)
            {
                ref readonly var other = ref quick[e];
                if ((own.Key & ~other.Key) != 0 || other.Hours > own.Hours || other.Price > own.Price || e == d || dropped[e]) continue;
                if (!TakesThePlaceOf(problem, e, d) || !Includes(supplies[e], supplies[d])) continue;
                beaten[d] |= candidates[e].Hours < candidates[d].Hours;
                dropped[d] = ComesFirst(problem, candidates[e], candidates[d]);
                if (dropped[d]) break;
            }
        }

        var kept = Enumerable.Range(0, candidates.Length).Where(p => !dropped[p]).ToArray();
        var left = kept.Length == candidates.Length ? problem : problem.Among(kept);
        return Array.IndexOf(beaten, true) < 0
            ? left
            : left with { Candidates = [.. left.Candidates.Select((c, i) => beaten[kept[i]] ? c with { CountsOnlyAmongEquals = true } : c)] };
    }

    /// <summary>Open needs first, then requirements, as one ascending list of items per candidate.</summary>
    private static int[][] SuppliesOf(PlanProblem problem)
    {
        var lists = new List<int>[problem.Candidates.Length];
        for (var i = 0; i < lists.Length; i++) lists[i] = [.. problem.Candidates[i].Reaches];
        for (var r = 0; r < problem.Requirements.Length; r++)
        {
            foreach (var q in problem.Requirements[r].Suppliers) lists[q].Add(problem.OpenNeeds.Length + r);
        }

        return Array.ConvertAll(lists, list => list.ToArray());
    }

    private static ulong Mask(int[] items)
    {
        var mask = 0UL;
        foreach (var item in items) mask |= 1UL << (item & 63);
        return mask;
    }

    private static bool TakesThePlaceOf(PlanProblem problem, int other, int dropped)
    {
        var (e, d) = (problem.Candidates[other], problem.Candidates[dropped]);
        if (e.Hours > d.Hours || e.Recognition < d.Recognition || e.Subscription != d.Subscription) return false;
        if (e.Price is null != d.Price is null || e.Price > d.Price || !SameAid(problem, e, d)) return false;
        return SameTimes(e, d) && Includes(d.Requires, e.Requires) && Includes(d.After, e.After);
    }

    /// <summary>In every plan, also where hours do not count.</summary>
    private static bool ComesFirst(PlanProblem problem, Candidate e, Candidate d) =>
        e.Position < d.Position || (e.Price < d.Price && e.Subscription < 0 && problem.Catalogue.AidFor[e.Position].Length == 0);

    /// <summary>Single prices are compared before aid, lists of aid as lists.</summary>
    private static bool SameAid(PlanProblem problem, Candidate e, Candidate d)
    {
        var (aidOfE, aidOfD) = (problem.Catalogue.AidFor[e.Position], problem.Catalogue.AidFor[d.Position]);
        if (aidOfE.Length == 0 && aidOfD.Length == 0) return true;
        var programs = problem.Catalogue.Request.Programs;
        return aidOfE.AsSpan().SequenceEqual(aidOfD)
            && (e.Price is null || programs[e.Position].PriceOnce <= programs[d.Position].PriceOnce);
    }

    private static bool SameTimes(Candidate e, Candidate d)
    {
        if (e.IsCohort != d.IsCohort) return false;
        return !e.IsCohort || (e.CohortLength == d.CohortLength && e.WeeklyHours <= d.WeeklyHours && Includes(e.CohortDays!, d.CohortDays!));
    }

    /// <summary>Both ascending.</summary>
    private static bool Includes(int[] all, int[] some)
    {
        var at = 0;
        foreach (var item in some)
        {
            while (at < all.Length && all[at] < item) at++;
            if (at == all.Length || all[at] != item) return false;
        }

        return true;
    }
}
