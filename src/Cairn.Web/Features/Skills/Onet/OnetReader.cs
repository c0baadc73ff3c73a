using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Onet;

/// <summary>
/// Reads the official O*NET text download (tab-separated, no quoting) as published. Only <c>Occupation Data.txt</c> must be there; what another
/// missing table would have said stays as it is stored, and the report says so.
/// </summary>
internal static class OnetReader
{
    /// <exception cref="ImportRefusedException">The folder is no O*NET download, or one of its tables is not what it should be.</exception>
    public static ImportBatch Read(string directory, IProgress<ImportProgress>? progress)
    {
        var folder = new OnetFolder(directory, progress);
        var occupations = OnetOccupations.Read(folder);
        var elements = OnetElements.Read(folder, occupations);
        var technologies = OnetTechnologies.Read(folder, occupations);
        var conditions = OnetEntryConditions.Read(folder, occupations);

        string[] prefixes = technologies.Found ? [.. elements.Prefixes, OnetTechnologies.Prefix, OnetTechnologies.KindPrefix] : [.. elements.Prefixes];
        OccupationSkillSource[] sources = technologies.Found ? [.. elements.Sources, OccupationSkillSource.OnetTechnology] : [.. elements.Sources];
        return new ImportBatch
        {
            CountedTable = "occupations",
            Read = folder.Read,
            Refusals = folder.Refusals,
            Remarks = folder.Remarks,
            Tables =
            [
                new TableRows<Framework>("frameworks", [Framework(folder.Version())], rows => rows.Where(row => row.Id == OnetFolder.Framework)),
                new TableRows<Occupation>("occupations", [.. occupations.Occupations], rows => rows.Where(row => row.Framework == OnetFolder.Framework)),
                new TableRows<OccupationName>("occupation_names", [.. occupations.Names], Owned.By<OccupationName>(row => (string)(object)row.OccupationId, "onet:")),
                new TableRows<Skill>("skills", [.. elements.Skills, .. technologies.Skills], Owned.By<Skill>(row => (string)(object)row.Id, prefixes)),
                new TableRows<SkillName>("skill_names", [.. elements.Names, .. technologies.Names], Owned.By<SkillName>(row => (string)(object)row.SkillId, prefixes)),
                new TableRows<LevelAnchor>("level_anchors", elements.Anchors,
                    elements.HasAnchors ? Owned.By<LevelAnchor>(row => (string)(object)row.SkillId, elements.Prefixes) : null),
                new TableRows<BroaderSkill>("broader_skills", [.. technologies.Broader],
                    technologies.Found ? Owned.By<BroaderSkill>(row => (string)(object)row.SkillId, OnetTechnologies.Prefix) : null),
                new TableRows<OccupationSkill>("occupation_skills", [.. elements.Ratings, .. technologies.Uses],
                    rows => rows.Where(row => sources.Contains(row.Source))),
                new TableRows<RelatedOccupation>("related_occupations", [.. occupations.Related],
                    occupations.HasRelated ? Owned.By<RelatedOccupation>(row => (string)(object)row.OccupationId, "onet:") : null),
                new TableRows<EntryCondition>("entry_conditions", [.. conditions.Rows],
                    conditions.Found ? rows => rows.Where(row => row.Source == OnetFolder.Framework) : null),
            ],
        };
    }

    private static Framework Framework(string version) => new()
    {
        Id = OnetFolder.Framework,
        Name = "O*NET",
        Version = version.Length > 0 ? version : Skills.Framework.NotStated,
        Attribution = $"This product includes information from the O*NET {(version.Length > 0 ? version + " " : "")}Database by the U.S. Department of Labor, "
            + "Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Modified.",
        Link = "https://www.onetcenter.org/database.html",
    };
}
