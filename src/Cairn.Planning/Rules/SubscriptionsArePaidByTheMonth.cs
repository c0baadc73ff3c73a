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
        }
    }
}
