using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Skills;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Matching;

public sealed class SkillMatcherTests
{
    private static readonly SkillMatcher Matcher = SkillMatcher.Build(Labels());

    // ESCO writes in lower case what is no name; O*NET begins every label with a capital. The matcher lives on that.
    private static IEnumerable<SkillLabel> Labels()
    {
        string[] esco =
        [
            "R", "Python (computer programming)", "Swift (computer programming)", "JavaScript", "SQL", "Sass", "LESS", "AJAX", "Angular",
            "project management", "statistics", "securities", "logging", "medicines", "marketing principles", "digital marketing techniques", "game theory",
            "principles of artificial intelligence", "search engine optimisation", "data protection", "perform data analysis", "risk management", "manage risks",
            "plan", "energy", "geographic information systems", "cyber security", "cloud technologies", "accounting", "history", "physics", "contabilidad de costes",
            "think critically", "manage cloud data and storage", "business analysis", "perform business analysis", "interview techniques", "go with the flow of work", "excel at repetitive tasks", "access rights", "the project as a whole", "draw bamboo",
            "perform clinical coding procedures", "clinical coding",
        ];
        foreach (var text in esco)
            yield return new SkillLabel(new SkillId("esco:" + text), SkillKind.Knowledge, text.StartsWith("contab", StringComparison.Ordinal) ? "es" : "en", NameKind.Preferred, text, false);
        foreach (var language in (string[])["Spanish", "English"])
            yield return new SkillLabel(new SkillId("esco:" + language), SkillKind.Language, "en", NameKind.Preferred, language, false);
        yield return new SkillLabel(new SkillId("esco:data protection"), SkillKind.Knowledge, "en", NameKind.Alternate, "data privacy", false);
        yield return new SkillLabel(new SkillId("esco:statistics"), SkillKind.Knowledge, "en", NameKind.Alternate, "big data", false);
        string[] hot = ["Python", "R", "C", "C++", "C#", "Go", "SAS", "Microsoft Excel", "Microsoft Access", "Microsoft Word", "Microsoft Project", "Tableau", "Apache Spark", "Structured query language SQL", "Node.js", "ServiceNow"];
        foreach (var text in hot)
            yield return new SkillLabel(new SkillId("onet-tech:" + text), SkillKind.Technology, "en", NameKind.Preferred, text, true);
        string[] others = ["Dig", "J", "eXe", "Salesforce software", "Search engine optimization SEO software", "Geographic information system GIS software", "Pathogen Modeling Program PMP", "Atlassian Bamboo", "Microsoft Power BI", "Google", "Google Cloud software", "Google Analytics", "Google Docs"];
        foreach (var text in others)
            yield return new SkillLabel(new SkillId("onet-tech:" + text), SkillKind.Technology, "en", NameKind.Preferred, text, false);
    }

    private static string[] Named(string title, string? language = "en") =>
        [.. Matcher.Match(title, language, []).Where(m => m.Basis == SkillBasis.Title).Select(m => m.SkillId.Value)];

    private static SkillMatch? Topic(string topic) => Matcher.Match("Untitled", "en", [topic]).SingleOrDefault(m => m.Words == topic);

    [Theory]
    [InlineData("Go to Market Strategy")]
    [InlineData("On the Go: Travel Photography")]
    [InlineData("Vitamin C and Immunity")]
    [InlineData("CDL Class C Driver")]
    [InlineData("R-rated Cinema")]
    [InlineData("Dig for Victory: Allotment Gardening")]
    [InlineData("Taylor Swift and Her World")]
    [InlineData("Excel in Your Career")]
    [InlineData("Access to Higher Education")]
    [InlineData("Word Origins")]
    [InlineData("The Spark of Life")]
    [InlineData("Logging and Monitoring in Google Cloud Run")]
    [InlineData("Homeland Security")]
    [InlineData("PMP Exam Prep")]
    [InlineData("Beginner's Bamboo Painting")]
    [InlineData("Less Is More")]
    [InlineData("Interviews for Film Makers")]
    public void A_word_that_is_also_the_name_of_a_tool_is_not_the_tool_by_itself(string title) =>
        Named(title).ShouldBeSubsetOf(["onet-tech:Google Cloud software"]);

    [Theory]
    [InlineData("R Programming", "esco:R")]
    [InlineData("R for Data Science", "esco:R")]
    [InlineData("C Programming: Pointers", "onet-tech:C")]
    [InlineData("Programming with Google Go", "onet-tech:Go")]
    [InlineData("Getting Started with SAS Programming", "onet-tech:SAS")]
    [InlineData("iOS App Development with Swift", "esco:Swift (computer programming)")]
    [InlineData("Excel Skills for Business", "onet-tech:Microsoft Excel")]
    [InlineData("Microsoft Access for Beginners", "onet-tech:Microsoft Access")]
    [InlineData("MS Access Basics", "onet-tech:Microsoft Access")]
    [InlineData("Big Data with Apache Spark", "onet-tech:Apache Spark")]
    [InlineData("Python for Everybody", "esco:Python (computer programming)")]
    [InlineData("python for everybody", "esco:Python (computer programming)")]
    [InlineData("C# Basics", "onet-tech:C#")]
    [InlineData("C++ Basics", "onet-tech:C++")]
    [InlineData("NodeJS from Zero", "onet-tech:Node.js")]
    [InlineData("Salesforce for Sales Teams", "onet-tech:Salesforce software")]
    [InlineData("SEO Basics", "esco:search engine optimisation")]
    [InlineData("Mapping with GIS", "esco:geographic information systems")]
    public void A_tool_named_with_a_witness_is_that_tool(string title, string skill) => Named(title).ShouldBe([skill]);

    [Theory]
    [InlineData("Project Management Professional Certificate", "esco:project management")]
    [InlineData("Introduction to Statistics", "esco:statistics")]
    [InlineData("Digital Marketing Specialization", "esco:digital marketing techniques")]
    [InlineData("Marketing Fundamentals", "esco:marketing principles")]
    [InlineData("Cybersecurity for Everyone", "esco:cyber security")]
    [InlineData("Data Privacy Essentials", "esco:data protection")]
    [InlineData("Search Engine Optimization in Practice", "esco:search engine optimisation")]
    [InlineData("Learn Spanish: Basic Vocabulary", "esco:Spanish")]
    public void A_subject_named_in_the_title_is_taught(string title, string skill) => Named(title).ShouldBe([skill]);

    [Theory]
    [InlineData("Spanish Cooking")]
    [InlineData("The Physics Teacher's Companion to Classrooms")]
    [InlineData("Energy Medicine")]
    [InlineData("Games People Play")]
    [InlineData("Big Data")]
    [InlineData("Medicine and Society")]
    [InlineData("Tally Training in Spanish")]
    public void A_word_that_only_stands_in_the_title_is_no_subject(string title) => Named(title).ShouldBeEmpty();

    [Fact]
    public void A_longer_subject_wins_over_the_product_it_begins_with() =>
        Named("Microsoft Project Management Certificate").ShouldBe(["esco:project management"]);

    [Theory]
    [InlineData("Contabilidad de costes", "es", "esco:contabilidad de costes")]
    [InlineData("Introducción a Python", "es", "esco:Python (computer programming)")]
    [InlineData("Python语言程序设计", "zh", "esco:Python (computer programming)")]
    public void A_title_in_another_language_names_names_and_labels_of_that_language(string title, string language, string skill) =>
        Named(title, language).ShouldBe([skill]);

    [Theory]
    [InlineData("Historia del project management", "es")]
    [InlineData("Energy et climat", "fr")]
    public void A_title_in_another_language_names_no_english_subject(string title, string language) =>
        Named(title, language).ShouldBeEmpty();

    [Theory]
    [InlineData("Python Programming", "esco:Python (computer programming)")]
    [InlineData("Python (Programming Language)", "esco:Python (computer programming)")]
    [InlineData("R (Software)", "esco:R")]
    [InlineData("Tableau Software", "onet-tech:Tableau")]
    [InlineData("Artificial Intelligence (AI)", "esco:principles of artificial intelligence")]
    [InlineData("Data Analysis", "esco:perform data analysis")]
    [InlineData("Search Engine Optimization", "esco:search engine optimisation")]
    public void A_listed_topic_is_read_as_its_label(string topic, string skill)
    {
        var match = Topic(topic).ShouldNotBeNull();
        (match.SkillId.Value, match.Basis, match.Confidence).ShouldBe((skill, SkillBasis.Listed, 100));
    }

    [Theory]
    [InlineData("Critical Thinking", "esco:think critically")]
    [InlineData("Cloud Storage", "esco:manage cloud data and storage")]
    public void A_listed_topic_in_other_forms_or_by_a_known_synonym_is_read_as_the_skill(string topic, string skill) =>
        Topic(topic).ShouldNotBeNull().SkillId.Value.ShouldBe(skill);

    [Fact]
    public void A_title_is_read_for_the_synonyms_that_are_marked_for_it() =>
        Named("Medical Billing and Coding Essentials").ShouldBe(["esco:perform clinical coding procedures", "esco:clinical coding"]);

    [Theory]
    [InlineData("Cloud Storage for Small Teams", "en")]
    [InlineData("Medical Billing. And Coding for Kids", "en")]
    [InlineData("Medical Billing and Coding", "es")]
    public void Other_synonyms_other_phrases_and_other_languages_are_left_alone(string title, string language) => Named(title, language).ShouldBeEmpty();

    [Fact]
    public void Who_teaches_a_subject_teaches_the_act_that_has_its_name() =>
        Named("Business Analysis Fundamentals").ShouldBe(["esco:business analysis", "esco:perform business analysis"]);

    [Fact]
    public void Every_synonym_is_written_once() =>
        TopicSynonyms.Lines().SelectMany(l => l.Topics).Select(t => LabelText.Key(LabelText.Words(t))).ShouldBeUnique();

    [Theory]
    [InlineData("Security")]
    [InlineData("Huge Data")]
    [InlineData("Statistical Programming")]
    public void A_listed_topic_that_is_no_label_is_never_listed(string topic) => (Topic(topic)?.Basis ?? SkillBasis.Guessed).ShouldBe(SkillBasis.Guessed);

    [Fact]
    public void A_guess_carries_its_words_and_less_than_full_confidence()
    {
        var guess = Topic("Managing Business Risk").ShouldNotBeNull();
        guess.Basis.ShouldBe(SkillBasis.Guessed);
        guess.Confidence.ShouldBeInRange(1, 99);
    }

    [Fact]
    public void The_same_program_gets_the_same_links_every_time() =>
        Matcher.Match("Python and SQL for Marketing", "en", ["Risk", "SQL"]).ShouldBe(SkillMatcher.Build(Labels().Reverse().OrderBy(l => l.Text, StringComparer.Ordinal)).Match("Python and SQL for Marketing", "en", ["Risk", "SQL"]));
}
