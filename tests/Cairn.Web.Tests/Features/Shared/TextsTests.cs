using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cairn.Testing;
using Cairn.Web.Features.Shared;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Shared;

/// <summary>
/// Every sentence of a page is found in its source and looked up in every language. A sentence that is not a literal cannot be found,
/// so it is refused.
/// </summary>
public sealed partial class TextsTests
{
    private static readonly string[] Translated = ["es"];

    [Fact]
    public void Every_sentence_a_page_says_is_said_in_every_language()
    {
        var said = Said().Select(s => s.Sentence).ToHashSet();
        said.Count.ShouldBeGreaterThan(50);

        foreach (var language in Translated)
        {
            var known = Translations(language).Select(t => t.English).ToHashSet();
            Said().Where(s => !known.Contains(s.Sentence)).Select(s => $"{s.File}: {s.Sentence}").ShouldBeEmpty($"sentences without {language}");
        }
    }

    [Fact]
    public void No_translation_is_empty_or_left_over()
    {
        var said = Said().Select(s => s.Sentence).ToHashSet();
        foreach (var language in Translated)
        {
            Translations(language).Where(t => string.IsNullOrWhiteSpace(t.Words)).Select(t => t.English).ShouldBeEmpty();
            Translations(language).Where(t => !said.Contains(t.English)).Select(t => $"{t.File}: {t.English}").ShouldBeEmpty("translations of what nobody says");
        }
    }

    [Fact]
    public void A_sentence_means_the_same_wherever_it_is_said()
    {
        foreach (var language in Translated)
            Translations(language).GroupBy(t => t.English).Where(same => same.Select(t => t.Words).Distinct().Count() > 1)
                .Select(same => $"{same.Key} ({string.Join(", ", same.Select(t => t.File))})").ShouldBeEmpty();
    }

    [Fact]
    public void No_two_sentences_of_a_file_differ_only_in_capitals()
    {
        // The resource compiler keeps one of them and says nothing.
        foreach (var language in Translated)
            Translations(language).GroupBy(t => (t.File, Folded: t.English.ToUpperInvariant())).Where(same => same.Count() > 1)
                .Select(same => $"{same.Key.File}: {same.First().English}").ShouldBeEmpty();
    }

    [Fact]
    public void A_translation_has_the_same_holes_as_its_sentence()
    {
        foreach (var language in Translated)
            Translations(language).Where(t => !Holes(t.English).SetEquals(Holes(t.Words))).Select(t => $"{t.File}: {t.English}").ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_is_written_where_it_is_said_never_computed()
    {
        Repository.WebSources(".cshtml").Where(IsOurs)
            .Where(file => ComputedInPage().IsMatch(File.ReadAllText(file))).Select(Repository.Relative).ShouldBeEmpty();
        Repository.WebSources(".cs").Where(IsOurs)
            .Where(file => File.ReadAllText(file) is var source && source.Contains("Texts t") && ComputedInCode().IsMatch(source))
            .Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void One_and_many_are_two_sentences_with_the_count_in_the_way_of_the_language()
    {
        var t = Texts.Load();

        In("en", () => t.Many(1, "One thing to fix", "{0:N0} things to fix")).ShouldBe("One thing to fix");
        In("en", () => t.Many(1200, "One thing to fix", "{0:N0} things to fix")).ShouldBe("1,200 things to fix");
        In("es", () => t.Many(2, "One thing to fix", "{0:N0} things to fix")).ShouldBe("Hay que corregir 2 cosas");
    }

    [Fact]
    public void Links_in_a_sentence_are_markup_and_its_words_are_not()
    {
        var t = Texts.Load();
        using var page = new StringWriter();

        t.With("<b>{0}</b> & {1}", Texts.Link("/a?b=\"c\"&d", "<i>"), Texts.Link("/", "home")).WriteTo(page, HtmlEncoder.Default);

        page.ToString().ShouldBe("&lt;b&gt;<a href=\"/a?b=&quot;c&quot;&amp;d\">&lt;i&gt;</a>&lt;/b&gt; &amp; <a href=\"/\">home</a>");
    }

    private static string In(string language, Func<string> say)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static bool IsOurs(string file) => !Repository.Within(file, "Dev");

    private static IEnumerable<(string File, string Sentence)> Said() =>
        from file in Repository.WebSources(".cshtml", ".cs").Where(IsOurs)
        let source = File.ReadAllText(file)
        from match in Said(file, source)
        select (Repository.Relative(file), Regex.Unescape(match));

    private static IEnumerable<string> Said(string file, string source)
    {
        if (file.EndsWith(".cs", StringComparison.Ordinal) && !source.Contains("Texts t")) return [];
        return Indexed().Matches(source).Select(m => m.Groups[1].Value)
            .Concat(WithLinks().Matches(source).Select(m => m.Groups[1].Value))
            .Concat(Counted().Matches(source).SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value }));
    }

    private static IEnumerable<(string File, string English, string Words)> Translations(string language) =>
        from file in Repository.WebSources($"Texts.{language}.resx")
        from entry in XDocument.Load(file).Root!.Elements("data")
        select (Repository.Relative(file), entry.Attribute("name")!.Value, entry.Element("value")!.Value);

    private static HashSet<string> Holes(string sentence) => [.. Hole().Matches(sentence).Select(m => m.Value)];

    [GeneratedRegex("""\b[Tt]\["((?:[^"\\]|\\.)*)"[\],]""")]
    private static partial Regex Indexed();

    [GeneratedRegex("""\b[Tt]\.With\(\s*"((?:[^"\\]|\\.)*)",""")]
    private static partial Regex WithLinks();

    [GeneratedRegex("""\b[Tt]\.Many\([^"]*?,\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"[,)]""")]
    private static partial Regex Counted();

    [GeneratedRegex("""\bT\[(?!")|\bT\.(?:Many\([^"]*\)|With\((?!\s*"))""")]
    private static partial Regex ComputedInPage();

    [GeneratedRegex("""\bt\[(?!")""")]
    private static partial Regex ComputedInCode();

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}")]
    private static partial Regex Hole();
}
