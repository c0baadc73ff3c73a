using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore;

/// <summary>Addresses of this feature, below the language of the reader (<c>~/</c>). They are shared and kept: none may change.</summary>
internal static class ExploreLinks
{
    public static string Programs(ProgramQuery? query = null) => (query ?? new ProgramQuery()).Address("~/programs");

    /// <summary>All programs that cover a skill.</summary>
    public static string ProgramsThatTeach(SkillId skill) => Programs(new ProgramQuery { Skills = [skill.Value] });

    public static string ProgramsOf(ProviderId provider) => Programs(new ProgramQuery { Providers = [provider.Value] });

    public static string Program(ProgramId id) => "~/programs/" + Uri.EscapeDataString(id.Value);

    public static string Skill(SkillId id) => "~/skills/" + Uri.EscapeDataString(id.Value);

    public static string Occupation(OccupationId id) => "~/occupations/" + Uri.EscapeDataString(id.Value);

    public static string Provider(ProviderId id) => "~/providers/" + Uri.EscapeDataString(id.Value);

    public static string Compare(IEnumerable<ProgramId> programs) =>
        "~/compare?" + string.Join('&', programs.Select(id => "p=" + Uri.EscapeDataString(id.Value)));

    /// <summary>Where a plan towards an occupation begins; the goals feature answers there.</summary>
    public static string PlanTowards(OccupationId id) => "~/goals/new?occupation=" + Uri.EscapeDataString(id.Value);

    public static string PlanTowards(SkillId id) => "~/goals/new?skill=" + Uri.EscapeDataString(id.Value);
}
