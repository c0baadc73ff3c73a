using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>A program is paid once or through its subscription, whichever makes the plan cheapest.</summary>
internal sealed class EveryProgramIsPaidOneWay : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        for (var p = 0; p < model.Problem.Candidates.Length; p++)
        {
            if (model.Problem.Candidates[p] is not { Price: { } price, Subscription: var subscription }) continue;
            model.AddCost(price, 1, 1);
            model.Cost.Add(model.Takes[p], price);
            if (subscription < 0) continue;
            var through = model.Solver.Flag();
            model.ChoosesToPayThrough(p, through);
            model.Solver.AtMost(Sum.Of(through).Add(model.Takes[p], -1), 0);
            model.Cost.Add(through, -price);
        }
    }
}
