using System.Globalization;
using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Skills;
using CsvHelper;
using CsvHelper.Configuration;

namespace Cairn.StarterData;

/// <summary>Labels straight from the official downloads, for measuring the matcher without a database.</summary>
internal static class FrameworkLabels
{
    public static List<SkillLabel> Read(string data)
    {
        var labels = new List<SkillLabel>(120_000);
        var languages = Uris(Path.Combine(data, "esco", "languageSkillsCollection_en.csv"));
        var rebuilt = Path.Combine(data, "esco", "skills_en.reconstructed.csv");
        foreach (var row in Rows(File.Exists(rebuilt) ? rebuilt : Path.Combine(data, "esco", "skills_en.csv")))
        {
            var uri = row["conceptUri"];
            var id = new SkillId("esco:" + uri[(uri.LastIndexOf('/') + 1)..]);
            var kind = languages.Contains(uri) ? SkillKind.Language : row["skillType"] == "knowledge" ? SkillKind.Knowledge : SkillKind.Skill;
            labels.Add(new SkillLabel(id, kind, "en", NameKind.Preferred, row["preferredLabel"].Trim(), false));
            labels.Add(new SkillLabel(id, kind, "en", NameKind.Description, row["description"], false));
            foreach (var alternate in row["altLabels"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                labels.Add(new SkillLabel(id, kind, "en", NameKind.Alternate, alternate, false));
        }
        var technologies = File.ReadLines(Path.Combine(data, "onet", "Technology Skills.txt")).Skip(1).Select(l => l.Split('\t'))
            .GroupBy(c => c[1], StringComparer.Ordinal);
        foreach (var technology in technologies)
        {
            var id = new SkillId("onet-tech:" + technology.Key.ToLowerInvariant().Replace(' ', '-'));
            labels.Add(new SkillLabel(id, SkillKind.Technology, "en", NameKind.Preferred, technology.Key, technology.Any(c => c[4] == "Y")));
        }
        foreach (var knowledge in File.ReadLines(Path.Combine(data, "onet", "Knowledge.txt")).Skip(1).Select(l => l.Split('\t')).GroupBy(c => (c[1], c[2])))
            labels.Add(new SkillLabel(new SkillId("onet:" + knowledge.Key.Item1), SkillKind.Knowledge, "en", NameKind.Preferred, knowledge.Key.Item2, false));
        return labels;
    }

    private static HashSet<string> Uris(string file) => Rows(file).Select(r => r["conceptUri"]).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            yield return csv.HeaderRecord!.ToDictionary(h => h, h => csv.GetField(h) ?? "", StringComparer.Ordinal);
    }
}
