using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>What providers call a skill and ESCO calls otherwise: topic-synonyms.txt, written by people, for listed topics only.</summary>
internal static class TopicSynonyms
{
    /// <summary>Skills per comparable form of a topic. A line whose label the loaded framework lacks says nothing.</summary>
    public static Dictionary<string, SkillId[]> Over(IReadOnlyList<SkillLabel> preferred)
    {
        var byText = preferred.Where(l => l is { Language: "en", NameKind: NameKind.Preferred } && l.SkillId.Value.StartsWith("esco:", StringComparison.Ordinal))
            .GroupBy(l => l.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().SkillId, StringComparer.Ordinal);
        var synonyms = new Dictionary<string, SkillId[]>(StringComparer.Ordinal);
        foreach (var (topics, labels) in Lines())
        {
            SkillId[] skills = [.. labels.Where(byText.ContainsKey).Select(l => byText[l])];
            foreach (var topic in topics)
            {
                if (skills.Length > 0)
                    synonyms[LabelText.Key(LabelText.Words(topic))] = skills;
            }
        }
        return synonyms;
    }

    /// <summary>The lines of the file: topics, and the labels they mean.</summary>
    public static IEnumerable<(string[] Topics, string[] Labels)> Lines()
    {
        using var reader = new StreamReader(typeof(TopicSynonyms).Assembly.GetManifestResourceStream("topic-synonyms.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split(" = ") is [var topics, var labels])
                yield return (topics.Split(" | "), labels.Split(" ; "));
        }
    }
}
