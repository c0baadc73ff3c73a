using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>What a program requires is held or taught by another program of the plan that finishes before it starts; what it comes after is in the plan and finishes before.</summary>
internal static class PrerequisitesComeFirst
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        foreach (PlacedProgram placed in plan.Placed)
        {
            foreach (SkillLevel required in placed.Program.Requires.Where(required => !plan.IsMet(placed, required, plan.Placed)))
            {
                yield return $"{placed.Id} requires {required.Skill} at level {required.Level}, which is not held and not taught by a program that finishes before it starts.";
            }

            foreach (string id in placed.Program.After.Where(id => !plan.Placed.Any(other => other.Id == id && other.FinishDay < placed.StartDay)))
            {
                yield return $"{placed.Id} comes after {id}, which is not in the plan or does not finish before it starts.";
            }
        }
    }
}
