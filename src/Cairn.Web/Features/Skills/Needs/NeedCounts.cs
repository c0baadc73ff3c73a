namespace Cairn.Web.Features.Skills.Needs;

/// <summary>How many occupations ask for each skill, and how many each source speaks of.</summary>
internal sealed record NeedCounts(IReadOnlyDictionary<SkillId, int> Asking, IReadOnlyDictionary<NeedFramework, int> Occupations)
{
    /// <summary>Counts the statements that are needs; a rating below the least importance is not.</summary>
    public static async Task<NeedCounts> OfAsync(IAsyncEnumerable<OccupationSkill> rows, NeedsRule rule, CancellationToken cancellation)
    {
        Dictionary<SkillId, int> asking = [];
        Dictionary<NeedFramework, HashSet<OccupationId>> occupations = [];
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var framework = OccupationNeeds.FrameworkOf(row.Source);
            if (!occupations.TryGetValue(framework, out var known))
                occupations.Add(framework, known = []);
            known.Add(row.OccupationId);
            if (framework != NeedFramework.OnetRating || (row.Importance >= rule.LeastImportance && !row.NotRelevant))
                asking[row.SkillId] = asking.GetValueOrDefault(row.SkillId) + 1;
        }

        return new NeedCounts(asking, occupations.ToDictionary(pair => pair.Key, pair => pair.Value.Count));
    }
}
