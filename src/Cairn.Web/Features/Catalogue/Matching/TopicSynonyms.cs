using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>What providers call a skill and the frameworks call otherwise: topic-synonyms.txt, written by people. Lines marked for it are read in titles too.</summary>
internal sealed class TopicSynonyms
{
    private readonly Dictionary<string, SkillId[]> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SkillId[]> _phrases = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <summary>A line whose label the loaded frameworks lack says nothing. ESCO speaks first; O*NET gives its areas of knowledge.</summary>
    public TopicSynonyms(IReadOnlyList<SkillLabel> preferred)
    {
        var byText = preferred.Where(l => l is { Language: "en", NameKind: NameKind.Preferred } && (IsEsco(l) || l.Kind == SkillKind.Knowledge))
            .GroupBy(l => l.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderByDescending(IsEsco).First().SkillId, StringComparer.Ordinal);
        foreach (var (names, labels, inTitles) in Lines())
        {
            SkillId[] skills = [.. labels.Where(byText.ContainsKey).Select(l => byText[l])];
            foreach (var words in skills.Length > 0 ? names.Select(LabelText.Words) : [])
            {
                _topics[LabelText.Key(words)] = skills;
                if (!inTitles)
                    continue;
                _phrases[LabelText.Key(words)] = skills;
                _longest = Math.Max(_longest, words.Count);
            }
        }
    }

    public SkillId[]? Of(List<Word> topic) => _topics.GetValueOrDefault(LabelText.Key(topic));

    /// <summary>The phrases of marked lines that a title in English holds, longest first at each place, with the title's own words.</summary>
    public IEnumerable<(SkillId Skill, string Shown)> In(string title, List<Word> words)
    {
        for (var at = 0; at < words.Count;)
        {
            var count = Math.Min(_longest, words.Count - at);
            while (count > 0 && !(IsOnePhrase(words, at, count) && _phrases.ContainsKey(LabelText.Key(words.GetRange(at, count)))))
                count--;
            foreach (var skill in count > 0 ? _phrases[LabelText.Key(words.GetRange(at, count))] : [])
                yield return (skill, title[words[at].Start..words[at + count - 1].End]);
            at += Math.Max(1, count);
        }
    }

    /// <summary>The lines of the file: topics, the labels they mean, and whether titles are read for them.</summary>
    public static IEnumerable<(string[] Topics, string[] Labels, bool InTitles)> Lines()
    {
        using var reader = new StreamReader(typeof(TopicSynonyms).Assembly.GetManifestResourceStream("topic-synonyms.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.TrimStart('+', ' ').Split(" = ") is [var topics, var labels])
                yield return (topics.Split(" | "), labels.Split(" ; "), line[0] == '+');
        }
    }

    // "UX/UI" is one phrase though a stroke stands in it.
    private static bool IsOnePhrase(List<Word> words, int at, int count) => words.Skip(at + 1).Take(count - 1).All(w => !w.Break || w.Joined);

    private static bool IsEsco(SkillLabel label) => label.SkillId.Value.StartsWith("esco:", StringComparison.Ordinal);
}
