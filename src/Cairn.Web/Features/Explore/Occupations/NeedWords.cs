using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Needs;
using MatchType = Cairn.Web.Features.Skills.MatchType;

namespace Cairn.Web.Features.Explore.Occupations;

/// <summary>Where needs come from, in words; the same words on an occupation's page and in a gap.</summary>
internal sealed class NeedWords(Texts t)
{
    private const int MostNames = 6;

    /// <summary>The page that tells the rule.</summary>
    public const string RulePage = "~/about/needs";

    /// <summary>One sentence, or null where there is nothing to explain.</summary>
    public string? Say(NeedRemark remark, CatalogueIndex index, string language)
    {
        var known = remark.Occupations.Where(index.OccupationNumbers.ContainsKey).Select(id => index.Occupations[index.OccupationNumbers[id]]).ToList();
        var names = string.Join(", ", known.Take(MostNames).Select(occupation => occupation.Names.In(language).Text));
        if (known.Count > MostNames)
            names += " " + t["and {0:N0} more", known.Count - MostNames];
        var other = known.Count > 0 ? FrameworkWords.Short(known[0].Framework) : "";
        return remark.Kind switch
        {
            NeedRemarkKind.FromExactMatch => t["Skills of {0} come from the same work there: {1}.", other, names],
            NeedRemarkKind.FromCloseMatch => t["Skills of {0} come from nearly the same work there: {1}.", other, names],
            NeedRemarkKind.FromNarrowMatch => t["{0} has no occupation that is the same. Its skills come from special cases of this one: {1}.", other, names],
            NeedRemarkKind.FromBroadMatch => t["{0} has no occupation that is the same. Its skills come from a broader one, so some may not fit: {1}.", other, names],
            NeedRemarkKind.FromRelatives => t["O*NET lists no skills of this occupation itself. They come from its nearest relatives: {0}.", names],
            _ => null,
        };
    }

    /// <summary>What each source states of a need. Ratings only where they were stated of this occupation itself, not of a match or a relative.</summary>
    public string Sources(OccupationNeed need, OccupationId asked) =>
        string.Join("; ", need.Sources.Select(source => Say(source, asked)).Distinct().Take(3))
        + (need.Sources.All(source => source.Match == MatchType.Broad) ? " · " + t["from a broader occupation"] : "");

    private string Say(NeedSource source, OccupationId asked) => source.Kind switch
    {
        OccupationSkillSource.EscoEssential => t["ESCO: essential"],
        OccupationSkillSource.EscoOptional => t["ESCO: optional"],
        OccupationSkillSource.OnetTechnology when source.Row.InDemand => t["O*NET: often asked for in this work"],
        OccupationSkillSource.OnetTechnology => t["O*NET: a technology used in this work"],
        OccupationSkillSource.OnetKnowledge => Rated(t["O*NET: knowledge"], source, asked),
        _ => Rated("O*NET", source, asked),
    };

    private string Rated(string said, NeedSource source, OccupationId asked) => source.From != asked ? said : string.Join(", ", new[]
    {
        said,
        source.Row.Importance is { } importance ? t["importance {0:0.0} of 5", importance / 100.0] : null,
        source.Row.Level is { } level ? t["level {0:0.0} of 7", level / 100.0] : null,
        source.Row.ImportanceUncertain == true || source.Row.LevelUncertain == true ? t["uncertain"] : null,
    }.OfType<string>());
}
