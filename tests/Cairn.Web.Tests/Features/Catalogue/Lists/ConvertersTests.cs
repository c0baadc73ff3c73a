using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Catalogue.Lists.Converters;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

public sealed class PricesTests
{
    [Theory]
    [InlineData("$0")]
    [InlineData("0")]
    [InlineData("TBC")]
    [InlineData("Error loading price")]
    [InlineData("")]
    [InlineData("$1 - $2 - $3")]
    [InlineData("free with a subscription of $9")]
    public void What_is_no_amount_is_unknown_and_never_free(string text) => (Prices.Read(text, "USD", null)?.Kind ?? PriceKind.Unknown).ShouldNotBe(PriceKind.Free);

    [Theory]
    [InlineData("$0")]
    [InlineData("TBC")]
    [InlineData("Error loading price")]
    public void Nought_is_unknown(string text) => Prices.Read(text, "USD", null).ShouldBeNull();

    [Fact]
    public void An_amount_without_a_currency_is_unknown() => Prices.Read("200", null, null).ShouldBeNull();

    [Theory]
    [InlineData("Current price\n$19.99", "USD", 1999L, "USD")]
    [InlineData("MX$2,028", "MXN", 202800L, "MXN")]
    [InlineData("$5,750.00", "USD", 575000L, "USD")]
    [InlineData("$52,000", "USD", 5200000L, "USD")]
    [InlineData("30938", "AUD", 3093800L, "AUD")]
    [InlineData("£9,000", null, 900000L, "GBP")]
    [InlineData("49 USD", null, 4900L, "USD")]
    [InlineData("€ 1.234,50", null, 123450L, "EUR")]
    [InlineData("5000", "JPY", 5000L, "JPY")]
    public void Amounts_become_minor_units_of_their_own_currency(string text, string? currency, long minor, string expected)
    {
        var price = Prices.Read(text, currency, null)!;
        (price.Kind, price.Minor, price.Currency).ShouldBe((PriceKind.Once, minor, expected));
    }

    [Fact]
    public void Of_a_range_the_higher_amount_counts_and_the_note_says_so()
    {
        var price = Prices.Read("$1,750 - $1,950", "USD", null)!;
        price.Minor.ShouldBe(195000);
        price.Note!.ShouldContain("$1,750 - $1,950");
    }

    [Fact]
    public void Free_with_a_star_says_that_a_certificate_may_cost()
    {
        var price = Prices.Read("Free*", "USD", null)!;
        (price.Kind, price.Minor).ShouldBe((PriceKind.Free, 0L));
        price.Note!.ShouldContain("certificate");
    }

    [Theory]
    [InlineData("FREE-Add a Verified Certificate for $49 USD", 4900L)]
    [InlineData("FREE-Add a Verified Certificate for $49.99 USD", 4999L)]
    public void A_free_course_with_a_certificate_costs_its_certificate(string text, long minor) => Prices.Certificate(text, "USD")!.Minor.ShouldBe(minor);

    [Fact]
    public void Cost_parts_stand_in_for_a_missing_total_and_a_wrong_sum_is_noted()
    {
        Prices.Total("0", ["1000", "0", "0", "0", "35"], "USD", null)!.Minor.ShouldBe(103500);
        Prices.Total("4430", ["4395", "0", "0", "0", "35"], "USD", "total")!.Note.ShouldBe("total");
        Prices.Total("4430", ["4000"], "USD", "total")!.Note!.ShouldContain("4000");
        Prices.Total("0", ["0", "0"], "USD", null).ShouldBeNull();
    }

    [Fact]
    public void Parts_of_one_examination_are_added_and_alternatives_are_not()
    {
        const string parts = """[{"amount":100,"currency":"USD","scope":"X-1"},{"amount":150,"currency":"USD","scope":"X-2"}]""";
        Prices.ExamFees(parts, "X-1 + X-2")!.Minor.ShouldBe(25000);
        Prices.ExamFees(parts, "X-1")!.Minor.ShouldBe(10000);
        Prices.ExamFees("""[{"amount":575,"currency":"USD","scope":"member"},{"amount":760,"currency":"USD","scope":"non-member"}]""", "CISX")!.Minor.ShouldBe(76000);
        Prices.ExamFees("[]", "X").ShouldBeNull();
        Prices.ExamFees("[{", "X").ShouldBeNull();
    }
}

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("Language:")]
    [InlineData("Associated programs:Professional Certificate in X")]
    [InlineData("Klingon")]
    [InlineData("")]
    public void What_is_no_language_is_unknown(string text) => Languages.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("English", "en")]
    [InlineData(" Español ", "es")]
    [InlineData("中文", "zh")]
    [InlineData("日本語", "ja")]
    [InlineData("اللغة العربية", "ar")]
    [InlineData("اَلْعَرَبِيَّةُ", "ar")]
    [InlineData("Portuguese (Brazilian)", "pt-BR")]
    [InlineData("Chinese (Simplified)", "zh-Hans")]
    [InlineData("Chinese (NFD)", "zh")]
    [InlineData("Mandarin", "zh")]
    [InlineData("język polski", "pl")]
    [InlineData("latviešu valoda", "lv")]
    [InlineData("هاس ملايو\u200e", "ms")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("es", "es")]
    public void Names_of_languages_become_tags(string text, string tag) => Languages.Read(text).ShouldBe(tag);

    [Theory]
    [InlineData("Video Transcript:  English", "Anything", "en")]
    [InlineData("Video Transcript:  中文", "Anything", "zh")]
    [InlineData("Video Transcripts:  English, 中文", "Supply Chains", "en")]
    [InlineData("Video Transcripts:  English, 中文", "经济学原理", "zh")]
    [InlineData("Video Transcripts:  English, Español", "Introducción al diseño", null)]
    [InlineData("Video Transcripts:  Español, Français", "Design", null)]
    [InlineData("Video Transcripts:", "Design", null)]
    public void The_language_is_read_from_the_transcripts(string text, string title, string? tag) => Languages.FromTranscripts(text, title).ShouldBe(tag);
}

public sealed class TopicListsTests
{
    [Fact]
    public void A_comma_inside_a_skill_does_not_cut_it() =>
        TopicLists.Split(" Data Analysis, Extract, Transform, Load, SQL", ",", ["Extract, Transform, Load"]).ShouldBe(["Data Analysis", "Extract, Transform, Load", "SQL"]);

    [Theory]
    [InlineData("Skills you'll gain: Planning, Budgets")]
    [InlineData("Skills you’ll gain: Planning, Budgets")]
    public void Words_before_the_list_are_dropped(string text) => TopicLists.Split(text, ",", []).ShouldBe(["Planning", "Budgets"]);

    [Fact]
    public void A_trailing_comma_and_repeats_give_no_topics() => TopicLists.Split("Planning, planning, ,", ",", []).ShouldBe(["Planning"]);

    [Fact]
    public void A_set_literal_is_a_list_and_its_cut_name_is_joined() =>
        TopicLists.Set("{\" Network Security\",\" Linux\",\" Extract\",\" Transform\",\" Load\"}").ShouldBe(["Network Security", "Linux", "Extract, Transform, Load"]);

    [Theory]
    [InlineData("None")]
    [InlineData("{}")]
    [InlineData("")]
    public void Nothing_is_no_topic(string text)
    {
        TopicLists.Set(text).ShouldBeEmpty();
        TopicLists.Split(text == "{}" ? "" : text, ",", []).ShouldBeEmpty();
    }
}

public sealed class CodesTests
{
    [Theory]
    [InlineData("430107", "43.0107")]
    [InlineData("10205", "01.0205")]
    [InlineData("15.0101", "15.0101")]
    [InlineData("000000", null)]
    [InlineData("43", null)]
    [InlineData("Nursing", null)]
    public void Fields_of_study_get_their_dot_and_their_lost_nought(string text, string? cip) => Codes.Cip(text).ShouldBe(cip);

    [Fact]
    public void Occupation_codes_get_the_form_of_onet() => Codes.Soc("17-3019;11-9021.01").ShouldBe(["17-3019.00", "11-9021.01"]);

    [Theory]
    [InlineData("2026-08-09", "2026-08-09")]
    [InlineData("2017-04-29T00:52:53Z", "2017-04-29")]
    [InlineData("12-11-2014", "2014-11-12")]
    [InlineData("01-01-0001", null)]
    [InlineData("Register by Apr 7", null)]
    public void Days_are_read_and_a_day_without_meaning_is_none(string text, string? day) => Codes.Day(text)?.ToString("yyyy-MM-dd", null).ShouldBe(day);

    [Theory]
    [InlineData("Beginner Level", 1)]
    [InlineData("Level:  Introductory", 1)]
    [InlineData("Intermediate ", 2)]
    [InlineData("Expert", 3)]
    [InlineData("All Levels", null)]
    [InlineData("Mixed", null)]
    [InlineData("32% of full-time data scientists started online", null)]
    public void Levels_are_one_to_three_or_none(string text, int? level) => Levels.Read(text).ShouldBe(level);
}

public sealed class TextsTests
{
    [Theory]
    [InlineData("  CERTIFIED NURSE AIDE ", "CERTIFIED NURSE AIDE")]
    [InlineData("CDL Class A &amp; B", "CDL Class A & B")]
    [InlineData("Winsor\\'s School", "Winsor's School")]
    [InlineData("Leading in a\nComplex   World", "Leading in a Complex World")]
    [InlineData("Learn <anything> today", "Learn <anything> today")]
    [InlineData("Zero\u200Bwidth", "Zerowidth")]
    public void Text_is_cleaned_and_markup_stays_text(string text, string clean) => Texts.Clean(text).ShouldBe(clean);

    [Theory]
    [InlineData("The University of Queensland Logo", "The University of Queensland")]
    [InlineData("\"La Casa de Don Pedro, Inc.", "La Casa de Don Pedro, Inc.")]
    [InlineData("Salem County School - WIOA Title 2", "Salem County School")]
    public void Provider_names_lose_what_lists_add(string text, string name) => Texts.ProviderName(text).ShouldBe(name);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://files.example.org/x")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("not a link")]
    public void What_a_browser_should_not_open_is_no_link(string text) => Texts.Link(text).ShouldBeNull();

    [Fact]
    public void A_link_without_a_scheme_gets_one() => Texts.Link("www.example.org/a").ShouldBe("https://www.example.org/a");
}

public sealed class ProgramKeysTests
{
    [Theory]
    [InlineData("https://www.udacity.com//course/x--nd1", "http://udacity.com/course/x--nd1/")]
    [InlineData("https://www.coursera.org/learn/y?specialization=z", "https://www.coursera.org/learn/y#top")]
    [InlineData("https://example.org/a?utm_source=x&tag=", "https://example.org/a")]
    public void One_page_has_one_key(string first, string second) => ProgramKeys.OfLink(first).ShouldBe(ProgramKeys.OfLink(second));

    [Fact]
    public void A_query_that_names_the_page_stays_in_the_key() =>
        ProgramKeys.OfLink("https://example.org/search?tag=One").ShouldNotBe(ProgramKeys.OfLink("https://example.org/search?tag=Two"));

    [Theory]
    [InlineData("http://www.example.org")]
    [InlineData("https://example.org/")]
    public void A_home_page_is_no_key(string link) => ProgramKeys.OfLink(link).ShouldBeNull();

    [Fact]
    public void Titles_match_without_case_marks_and_lost_spaces() =>
        ProgramKeys.OfTitle("Remote Work Revolutionfor Everyone", "The Harvard University")
            .ShouldBe(ProgramKeys.OfTitle("Remote work: Revolution for Everyone", "Harvard University"));

    [Theory]
    [InlineData("C++ basics", "C basics")]
    [InlineData("C# basics", "C basics")]
    public void Signs_that_make_another_language_make_another_title(string first, string second) =>
        ProgramKeys.OfTitle(first, "X").ShouldNotBe(ProgramKeys.OfTitle(second, "X"));

    [Theory]
    [InlineData("The E-Wheels School, Inc.", "e-wheels-school")]
    [InlineData("Universitat Politècnica de València", "universitat-politecnica-de-valencia")]
    [InlineData("北京大学", "北京大学")]
    [InlineData("Smith & Sons", "smith-and-sons")]
    public void Providers_have_a_stable_slug(string name, string slug) => ProgramKeys.OfProvider(name).Value.ShouldBe(slug);

    [Fact]
    public void A_program_id_is_readable_and_depends_on_the_identity_alone()
    {
        var id = ProgramKeys.Of("Intro to <b>SQL</b>", "link:example.org/sql").Value;
        id.ShouldStartWith("intro-to-b-sql-b-");
        ProgramKeys.Of("Intro to <b>SQL</b>", "link:example.org/sql").Value.ShouldBe(id);
        ProgramKeys.Of("Intro to <b>SQL</b>", "link:example.org/other").Value.ShouldNotBe(id);
        ProgramKeys.Of("北京", "x").Value.Length.ShouldBe(10);
    }
}
