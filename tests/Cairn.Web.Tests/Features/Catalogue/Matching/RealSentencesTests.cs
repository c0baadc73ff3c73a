using System.Globalization;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Esco;
using Cairn.Web.Tests.Features.Skills;
using CsvHelper;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Matching;

/// <summary>
/// The matcher on phrases of real job advertisements that other people labelled with ESCO skills (178 sentences), which it was not tuned on.
/// An advertisement is not a title, so the figures are a floor that a change must not break; docs/matching.md tells what they are.
/// </summary>
public sealed class RealSentencesTests(ITestOutputHelper output)
{
    private static readonly Lazy<SkillMatcher> Matcher = new(Build);

    [Fact]
    public void Of_the_phrases_that_are_read_as_a_name_three_in_five_were_labelled_with_it() =>
        Share(SkillBasis.Listed, Phrases(), p => Matcher.Value.Match("", "und", [p])).ShouldBeGreaterThanOrEqualTo(0.6);

    [Fact]
    public void Of_the_guesses_from_phrases_one_in_four_was_the_label() =>
        Share(SkillBasis.Guessed, Phrases(), p => Matcher.Value.Match("", "und", [p])).ShouldBeGreaterThanOrEqualTo(0.25);

    [Fact]
    public void Of_the_sentences_read_as_titles_three_in_five_of_the_names_found_were_labelled() =>
        Share(SkillBasis.Title, Sentences(), s => Matcher.Value.Match(s, "en", [])).ShouldBeGreaterThanOrEqualTo(0.6);

    private double Share(SkillBasis basis, IEnumerable<(string Text, HashSet<string> Skills)> texts, Func<string, IReadOnlyList<SkillMatch>> match)
    {
        int links = 0, right = 0;
        foreach (var (text, skills) in texts)
        {
            var found = match(text).Where(m => m.Basis == basis).ToList();
            links += found.Select(m => m.Words).Distinct(StringComparer.Ordinal).Count();
            right += found.Where(m => skills.Contains(m.SkillId.Value)).Select(m => m.Words).Distinct(StringComparer.Ordinal).Count();
        }
        output.WriteLine($"{basis}: {right} of {links}");
        return (double)right / Math.Max(1, links);
    }

    /// <summary>Each phrase once, with the skills it was given anywhere; phrases for which ESCO has no skill stay in and count as wrong.</summary>
    private static IEnumerable<(string Phrase, HashSet<string> Skills)> Phrases() => Grouped(a => a.Phrase);

    private static IEnumerable<(string Sentence, HashSet<string> Skills)> Sentences() => Grouped(a => a.Sentence);

    private static IEnumerable<(string Text, HashSet<string> Skills)> Grouped(Func<(string Sentence, string Phrase, string Label), string> by) =>
        Annotations().GroupBy(by, StringComparer.OrdinalIgnoreCase).Select(g => (g.Key, g.Select(a => a.Label).ToHashSet(StringComparer.Ordinal)));

    private static IEnumerable<(string Sentence, string Phrase, string Label)> Annotations()
    {
        var folder = Path.Combine(SharedData.Folder("skill-extraction"), "decorte-val");
        foreach (var file in (string[])["tech_validation_annotations.csv", "house_validation_annotations.csv"])
        {
            using var csv = new CsvReader(new StreamReader(Path.Combine(folder, file)), CultureInfo.InvariantCulture);
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                var part = csv.GetField("sub_span")!;
                if (csv.GetField("label") is { } label && label != "UNDERSPECIFIED")
                    yield return (csv.GetField("sentence")!, (part.Length > 0 ? part : csv.GetField("span")!).Trim(' ', '.', ',', ';', ')', '('), "esco:" + label);
            }
        }
    }

    // ESCO alone, under its labels: the sentences were labelled with nothing else.
    private static SkillMatcher Build()
    {
        var batch = EscoReader.Read(SharedData.Folder("esco"), null, null);
        var skills = batch.Rows<Skill>().ToDictionary(s => s.Id);
        var preferred = batch.Rows<SkillName>().Where(n => n is { Kind: NameKind.Preferred, Language: "en" }).ToDictionary(n => n.SkillId, n => new SkillId("esco:" + n.Text));
        return SkillMatcher.Build(batch.Rows<SkillName>().Where(n => preferred.ContainsKey(n.SkillId))
            .Select(n => new SkillLabel(preferred[n.SkillId], skills[n.SkillId].Kind, n.Language, n.Kind, n.Text, skills[n.SkillId].Hot)));
    }
}
