using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>The needs that are held or reached weigh at least the asked share of all that are held or taught.</summary>
internal sealed class CoverageIsReached : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        var problem = model.Problem;
        if (problem.EveryCandidateIsTaken) return;
        var teachers = new Sum[problem.OpenNeeds.Length];
        for (var n = 0; n < teachers.Length; n++) teachers[n] = new();
        for (var p = 0; p < problem.Candidates.Length; p++)
        {
            foreach (var n in problem.Candidates[p].Reaches) teachers[n].Add(model.Takes[p]);
        }

        var required = problem.RequiredWeight;
        long open = 0;
        for (var n = 0; n < teachers.Length; n++) open += problem.WeightOf(n);
        for (var n = 0; n < teachers.Length; n++)
        {
            var reached = model.Reaches(n, model.Solver.Flag());
            model.ReachedWeight.Add(reached, problem.WeightOf(n));
            model.Solver.AtMost(Sum.Of(reached).Add(teachers[n], -1), 0);
            if (open - problem.WeightOf(n) < required) model.Solver.Fix(reached, 1);
        }

        model.Solver.AtLeast(model.ReachedWeight, required);
    }
}
