using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>Every program of a plan is a program of the request, and stands in the plan once.</summary>
internal static class ProgramsAreOfTheRequest
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        var once = new HashSet<string>(StringComparer.Ordinal);
        foreach (PlannedProgram place in plan.Plan.Programs)
        {
            if (!plan.Knows(place.Id))
            {
                yield return $"{plan.Name}: {place.Id} is not a program of the request.";
            }
            else if (!once.Add(place.Id))
            {
                yield return $"{plan.Name}: {place.Id} is in the plan twice.";
            }
        }
    }
}
