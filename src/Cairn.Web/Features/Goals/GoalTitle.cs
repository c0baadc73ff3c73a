using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Goals;

/// <summary>What a goal is called: its occupation, or the skills that were chosen.</summary>
internal static class GoalTitle
{
    private const int Named = 3;

    public static string Of(Goal goal, CatalogueIndex index, string language, Texts t) => Of(
        goal.OccupationId, [.. goal.Skills.Where(s => s.Role == GoalSkillRole.Wanted).OrderBy(s => s.SkillId.Value, StringComparer.Ordinal).Select(s => s.SkillId)], index, language, t);

    public static string Of(OccupationId? occupation, IReadOnlyList<SkillId> skills, CatalogueIndex index, string language, Texts t)
    {
        if (occupation is { } id)
            return FindGoal.NameOf(index, id, language) ?? id.Value;
        var names = string.Join(", ", skills.Take(Named).Select(skill => FindGoal.NameOf(index, skill, language)?.Text ?? skill.Value));
        return skills.Count <= Named ? names : t["{0} and {1:N0} more", names, skills.Count - Named];
    }
}
