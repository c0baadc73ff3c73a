using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>A subscription costs its fee for ⌈hours paid through it ÷ month hours⌉ months.</summary>
internal sealed class SubscriptionsArePaidByTheMonth : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        var problem = model.Problem;
        var hours = new SortedDictionary<int, (Sum Sum, long Most)>();
        for (var p = 0; p < problem.Candidates.Length; p++)
        {
            var candidate = problem.Candidates[p];
            if (candidate.Subscription < 0) continue;
            var through = model.PaysThrough(p) ?? model.Takes[p];
            var (sum, most) = hours.GetValueOrDefault(candidate.Subscription, (new(), 0));
            hours[candidate.Subscription] = (sum.Add(through, candidate.Hours), most + candidate.Hours);
        }

        foreach (var (subscription, (sum, most)) in hours)
        {
            var fee = problem.Catalogue.Request.Subscriptions[subscription].PerMonth;
            var months = model.Solver.Whole(0, model.AddCost(fee, (most + problem.MonthHours - 1) / problem.MonthHours, hours.Count));
            model.Solver.AtMost(sum.Add(months, -problem.MonthHours), 0);
            model.Cost.Add(months, fee);
            if (fee > 0 && !problem.EveryCandidateIsTaken) NeedsTakeAMonth(model, subscription, months);
        }

        if (hours.Count > 0 && !problem.EveryCandidateIsTaken) NeedsAreReachedOneWay(model);
    }

    /// <summary>
    /// Follows from the rest, and helps the proof: a need that is reached through a subscription takes a month of it, however
    /// few of its hours that program has.
    /// </summary>
    private static void NeedsTakeAMonth(PlanModel model, int subscription, Var months)
    {
        var through = Through(model, subscription);
        for (var n = 0; n < through.Length; n++)
        {
            if (through[n].Count == 0) continue;
            var reached = model.Solver.Flag();
            model.ReachesThrough(n, reached);
            model.Solver.AtMost(Sum.Of(reached).Add(months, -1), 0);
            model.Solver.AtMost(Sum.Of(reached).Add(through[n], -1), 0);
        }
    }

    /// <summary>A need that is reached is reached once, or through a subscription.</summary>
    private static void NeedsAreReachedOneWay(PlanModel model)
    {
        var problem = model.Problem;
        var ways = new Sum[problem.OpenNeeds.Length];
        for (var n = 0; n < ways.Length; n++)
        {
            ways[n] = Sum.Of(model.Reached(n), -1);
            foreach (var through in model.ReachedThrough(n)) ways[n].Add(through);
        }

        for (var p = 0; p < problem.Candidates.Length; p++)
        {
            var candidate = problem.Candidates[p];
            var isFree = candidate.Subscription >= 0 && problem.Catalogue.Request.Subscriptions[candidate.Subscription].PerMonth == 0;
            if (candidate.Price is null && !isFree) continue;
            foreach (var n in candidate.Reaches)
            {
                ways[n].Add(model.Takes[p]);
                if (!isFree && model.PaysThrough(p) is { } through) ways[n].Add(through, -1);
            }
        }

        foreach (var way in ways) model.Solver.AtLeast(way, 0);
    }

    /// <summary>By open need: the programs paid through a subscription that reach it.</summary>
    private static Sum[] Through(PlanModel model, int subscription)
    {
        var through = new Sum[model.Problem.OpenNeeds.Length];
        for (var n = 0; n < through.Length; n++) through[n] = new();
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            var candidate = model.Problem.Candidates[p];
            if (candidate.Subscription != subscription) continue;
            foreach (var n in candidate.Reaches) through[n].Add(model.PaysThrough(p) ?? model.Takes[p]);
        }

        return through;
    }
}
