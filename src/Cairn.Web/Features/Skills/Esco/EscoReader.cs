using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Esco;

/// <summary>
/// Reads the ESCO classification as published (comma-separated, RFC 4180). Occupations and skills must be there, in any language; what another missing
/// table would have said stays as it is stored, and the report says so.
/// </summary>
internal static class EscoReader
{
    /// <param name="directory">Folder with the tables.</param>
    /// <param name="crosswalk">The official O*NET crosswalk; null to take the one that lies in the folder, if any.</param>
    /// <param name="progress">Told how far it has come, or null.</param>
    /// <param name="version">Version of the download where neither its files nor its folder state it, or null.</param>
    /// <exception cref="ImportRefusedException">The folder is no ESCO download, or one of its tables is not what it should be.</exception>
    public static ImportBatch Read(string directory, string? crosswalk, IProgress<ImportProgress>? progress, string? version = null)
    {
        var folder = new EscoFolder(directory, progress);
        var occupations = EscoOccupations.Read(folder);
        var skills = EscoSkills.Read(folder);
        var relations = EscoRelations.Read(folder, occupations, skills);
        var path = crosswalk ?? EscoCrosswalk.Find(directory);
        if (path is null)
            folder.Remark("The O*NET crosswalk is not in the folder. What is stored of it stays as it is.");
        var matches = path is null ? null : EscoCrosswalk.Read(folder, path, occupations);

        // An import in one language leaves the names in the others alone.
        List<string> occupationLanguages = occupations.Languages, skillLanguages = [.. skills.Languages];
        var esco = EscoFolder.Framework + ":";
        var occupationNames = Owned.By<OccupationName>(row => (string)(object)row.OccupationId, esco);
        var skillNames = Owned.By<SkillName>(row => (string)(object)row.SkillId, esco);
        return new ImportBatch
        {
            CountedTable = "skills",
            Read = folder.Read,
            Refusals = folder.Refusals,
            Remarks = folder.Remarks,
            Tables =
            [
                new TableRows<Framework>("frameworks", [Framework(version is { Length: > 0 } ? version : folder.Version())], rows => rows.Where(row => row.Id == EscoFolder.Framework)),
                new TableRows<Occupation>("occupations", [.. occupations.Occupations], rows => rows.Where(row => row.Framework == EscoFolder.Framework)),
                new TableRows<OccupationName>("occupation_names", occupations.Names,
                    rows => occupationNames(rows).Where(row => occupationLanguages.Contains(row.Language))),
                new TableRows<Skill>("skills", [.. skills.Skills], rows => rows.Where(row => row.Framework == EscoFolder.Framework)),
                new TableRows<SkillName>("skill_names", skills.Names, rows => skillNames(rows).Where(row => skillLanguages.Contains(row.Language))),
                new TableRows<BroaderSkill>("broader_skills", [.. skills.Broader],
                    skills.HasBroader ? Owned.By<BroaderSkill>(row => (string)(object)row.SkillId, esco) : null),
                new TableRows<RelatedSkill>("related_skills", [.. skills.Related],
                    skills.HasRelated ? Owned.By<RelatedSkill>(row => (string)(object)row.SkillId, esco) : null),
                new TableRows<OccupationSkill>("occupation_skills", [.. relations.Rows], relations.Found
                    ? rows => rows.Where(row => row.Source == OccupationSkillSource.EscoEssential || row.Source == OccupationSkillSource.EscoOptional)
                    : null),
                new TableRows<OccupationMatch>("occupation_matches", [.. matches?.Matches ?? []],
                    matches is null ? null : Owned.By<OccupationMatch>(row => (string)(object)row.MatchId, esco)),
            ],
        };
    }

    private static Framework Framework(string version) => new()
    {
        Id = EscoFolder.Framework,
        Name = "ESCO",
        Version = version.Length > 0 ? version : Skills.Framework.NotStated,
        Attribution = "This service uses the ESCO classification of the European Commission. Names and links are as published; levels and weights are ours.",
        Link = "https://esco.ec.europa.eu",
    };
}
