namespace Cairn.Planning.Checking.Rules;

/// <summary><c>covers</c> lists all open needs that a program reaches by itself, each once.</summary>
internal static class CoversIsComplete
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        foreach (PlacedProgram placed in plan.Placed)
        {
            List<string> reached = [.. plan.Needs.Open.Where(need => placed.Reaches(need.Skill, need.Level)).Select(need => need.Skill)];
            if (!placed.Place.Covers.Order(StringComparer.Ordinal).SequenceEqual(reached.Order(StringComparer.Ordinal)))
            {
                yield return $"{placed.Id} covers {Listed(reached)}, and the answer says {Listed(placed.Place.Covers)}.";
            }
        }
    }

    private static string Listed(IReadOnlyCollection<string> skills) => skills.Count == 0 ? "nothing" : string.Join(", ", skills);
}
