using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>Aid lowers single prices only, one aid per program, and no aid more programs than it may.</summary>
internal sealed class AidIsGivenAtMostSoOften : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        var problem = model.Problem;
        var given = new SortedDictionary<int, Sum>();
        for (var p = 0; p < problem.Candidates.Length; p++)
        {
            if (problem.Candidates[p].CountedAid.Length == 0) continue;
            var paidOnce = Sum.Of(model.Takes[p], -1);
            if (model.PaysThrough(p) is { } through) paidOnce.Add(through);
            foreach (var (aid, off) in problem.Candidates[p].CountedAid)
            {
                var flag = model.Solver.Flag();
                model.GivesAid(p, aid, flag);
                model.Cost.Add(flag, -off);
                paidOnce.Add(flag);
                if (!given.TryGetValue(aid, out var sum)) given[aid] = sum = new();
                sum.Add(flag);
            }

            model.Solver.AtMost(paidOnce, 0);
        }

        foreach (var (aid, sum) in given)
        {
            if (problem.Catalogue.Request.Aid[aid].AtMost is { } most) model.Solver.AtMost(sum, most);
        }
    }
}
