using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>A reached need counts its weight times the highest tier among the plan's programs that reach it; held needs count nothing.</summary>
internal sealed class RecognitionIsTheHighestTier : PlanRule
{
    private const int Tiers = 3;

    public override void LimitChoice(PlanModel model)
    {
        if (!model.RecognitionCounts) return;
        var problem = model.Problem;
        for (var n = 0; n < problem.OpenNeeds.Length; n++)
        {
            for (var tier = 1; tier <= Tiers; tier++)
            {
                var teachers = new Sum();
                for (var p = 0; p < problem.Candidates.Length; p++)
                {
                    var candidate = problem.Candidates[p];
                    if (candidate.Recognition >= tier && Array.BinarySearch(candidate.Reaches, n) >= 0) teachers.Add(model.Takes[p], -1);
                }

                if (teachers.Count == 0) break;
                var reached = model.Solver.Flag();
                model.Solver.AtMost(teachers.Add(reached), 0);
                model.Recognition.Add(reached, problem.WeightOf(n));
            }
        }
    }
}
