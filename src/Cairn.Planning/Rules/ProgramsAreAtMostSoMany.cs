using Cairn.Planning.Model;

namespace Cairn.Planning.Rules;

/// <summary>The plan holds no more programs than asked.</summary>
internal sealed class ProgramsAreAtMostSoMany : PlanRule
{
    public override void LimitChoice(PlanModel model)
    {
        if (model.Problem.Limits.MaxPrograms is { } most && most < model.Takes.Length) model.Solver.AtMost(model.Programs, most);
    }
}
