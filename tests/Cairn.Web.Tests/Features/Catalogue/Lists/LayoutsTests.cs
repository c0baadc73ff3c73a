using System.Globalization;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

/// <summary>Each layout on a few invented rows in the shape, and with the dirt, of the real list.</summary>
public sealed class LayoutsTests
{
    [Theory]
    [InlineData("coursera-2024.csv", 3, 0, """
        Garden Planning Basics | example-university | Course Certificate | level 1 | - | 17 h Band | - | Unknown | Soil Science; Extract, Transform, Load; Budgeting
        Greenhouse Management | example-university | Program Certificate | level - | - | 130 h Band | - | Unknown | Soil Science
        庭園の設計 | example-institute | Course Certificate | level 3 | - | 2 h Band | - | Unknown | Drawing
        """)]
    [InlineData("coursera-2024-partners.csv", 3, 0, """
        Tea Tasting | example | Program Certificate | level 1 | - | 59 h Band | - | Unknown | Sensory Analysis; Extract, Transform, Load
        Tea for Everyone | example | Course Certificate | level - | - | - h Unknown | - | Unknown |
        Master of Tea | example-university | Program Degree | level - | - | - h Unknown | 104 | Unknown |
        """)]
    [InlineData("coursera-2025-courses.csv", 3, 0, """
        Knots | coursera | Course Certificate | level - | - | - h Unknown | - | Unknown | Rope Work; Safety; Teaching
        Sails | coursera | Course Certificate | level - | - | - h Unknown | - | Unknown |
        """)]
    [InlineData("coursera-2026.csv", 3, 0, """
        Bread AI | example-bakery | Program Certificate | level 1 | - | 59 h Band | - | Unknown | Kneading; Extract, Transform, Load; Baking
        Rye | example-bakery | Course Certificate | level - | - | 13 h Band | - | Unknown | Kneading
        Oven Repair | skillbakers | Course Certificate | level 3 | - | 2 h Band | - | Unknown |
        """)]
    [InlineData("mooc-2023.csv", 7, 0, """
        Weather | futurelearn | Course Unknown | level - | - | - h Unknown | 4 | Unknown |
        Clouds Specialization | coursera | Program Certificate | level - | pt-BR | 130 h WeeksTimesEffort | 13 | Unknown | Observation; Drawing
        Rain | coursera | Course Certificate | level - | en | 13 h Stated | - | Unknown |
        Forecaster | udacity | ProjectProgram Certificate | level - | - | - h Unknown | 9 | Unknown |
        Storm Bundle | simplilearn | Course Unknown | level - | - | - h Unknown | - | Unknown |
        Wind Bundle | simplilearn | Course Unknown | level - | - | - h Unknown | - | Unknown |
        """)]
    [InlineData("edx-2020.csv", 3, 0, """
        How Clocks Work | example-institute | Course Certificate | level 1 | es | 10 h WeeksTimesEffort | 4 | Once 4900 USD |
        Springs | example-institute | Course Certificate | level 3 | zh | 45 h WeeksTimesEffort | 10 | Once 4950 USD |
        """)]
    [InlineData("edx-2021.csv", 3, 0, """
        How Clocks Work | example-institute | Course Certificate | level 1 | en | 15 h WeeksTimesEffort | 6 | Once 202800 MXN | Horology
        Watchmaking | examplex | Program Certificate | level - | - | - h Unknown | - | Unknown | Horology
        Springs | example-institute | Course Certificate | level 3 | de | 3 h WeeksTimesEffort | 1 | Unknown | Mechanics
        """)]
    [InlineData("edx-2024.csv", 3, 1, """
        How ClocksWork | example-institute | Course Certificate | level 1 | en | - h Unknown | - | Unknown | Repair; Patience
        Relojes | ejemplo-universidad | Course Certificate | level 3 | es | - h Unknown | - | Unknown |
        """)]
    [InlineData("udacity-2023.csv", 2, 0, """
        Robot Gardener | udacity | ProjectProgram Certificate | level 2 | - | - h Unknown | - | Unknown |
        Say <anything> to Robots | udacity | Course Unknown | level - | - | - h Unknown | - | Unknown |
        """)]
    [InlineData("udemy-2017.csv", 3, 0, """
        Piano in a Day | udemy | Course Certificate | level 1 | - | 5 h Video | - | Once 4000 USD |
        Piano for Free | udemy | Course Unknown | level - | - | - h Unknown | - | Free 0 |
        """)]
    [InlineData("udemy-2026.csv", 4, 1, """
        Cables & Plugs | udemy | Course Certificate | level - | - | 29 h Video | - | Once 1999 USD |
        Cables: Practice Tests | udemy | Course Unknown | level 3 | - | - h Unknown | - | Unknown |
        Cables: Practice Tests | udemy | Course Unknown | level 1 | - | - h Unknown | - | Once 2499 USD |
        """)]
    [InlineData("skillshare-2024.csv", 3, 0, """
        Paper Boats | skillshare | Course Unknown | level - | - | 3 h Video | - | Subscription |
        Paper Planes – fast | skillshare | Course Unknown | level - | - | 1 h Video | - | Subscription |
        """)]
    [InlineData("icourse163-2017.csv", 3, 0, """
        茶的历史 | 例子大学 | Course Unknown | level - | zh | 40 h WeeksTimesEffort | 10 | Free 0 CNY |
        茶的化学 | 例子大学 | Course Unknown | level - | zh | - h Unknown | - | Free 0 CNY |
        茶的制作 | 例子学院 | Course Unknown | level - | zh | 7 h WeeksTimesEffort | 8 | Free 0 CNY |
        """)]
    [InlineData("harvard-2026.csv", 5, 0, """
        The Kite Maker’s Toolkit | harvard-university | Course Unknown | level - | en | - h Unknown | 5 | Once 295000 USD |
        Wind | harvard-university | Course Unknown | level - | en | - h Unknown | - | Once 195000 USD |
        Air | harvard-university | Course Unknown | level - | en | - h Unknown | 1 | Free 0 USD |
        Strings | harvard-university | Course Unknown | level - | en | - h Unknown | - | Unknown |
        """)]
    [InlineData("rolemath-2026.csv", 3, 0, """
        Example Fixer+ | example-vendor | ExaminationOnly Certification | level - | en | - h Unknown | - | Once 20000 USD |
        Example Auditor | example-guild | ExaminationOnly Certification | level - | en | - h Unknown | - | Once 76000 USD |
        Example Master | example-guild | ExaminationOnly Certification | level - | en | - h Unknown | - | Unknown |
        """)]
    [InlineData("uk-standards-2018.csv", 4, 0, """
        Kite maker | institute-for-apprenticeships | Apprenticeship Certificate | level 2 | en | - h Unknown | 104 | Unknown | | approved
        Balloonist (degree) | institute-for-apprenticeships | Apprenticeship Degree | level 3 | en | - h Unknown | - | Unknown | | approved
        """)]
    [InlineData("newjersey-list-2018.csv", 3, 0, """
        KITE MAKING | winsors-school-of-kites | Program Unknown | level - | en | 190 h Stated | - | Once 575000 USD | | approved
        Kites & Balloons | example-college | Program Unknown | level - | en | - h Unknown | - | Unknown | | approved
        KITE MAKING | winsors-school-of-kites | Program Unknown | level - | en | 40 h Stated | - | Once 40000 USD | | approved
        """)]
    [InlineData("newjersey-detail-2021.csv", 3, 1, """
        Kite Making | winsors-school-of-kites | Program Licence | level - | en | 120 h Stated | - | Once 103500 USD | | approved | 01.0205
        Gliding | example-college | Program Degree | level - | en | - h Unknown | - | Unknown | | approved | 49.0102
        """)]
    [InlineData("cricos-2023.csv", 4, 0, """
        Diploma of Kites | example-college | Program Certificate | level 2 | en | - h Unknown | 52 | Once 1500000 AUD | | approved
        Certificate III in String | example-college | Program Certificate | level 2 | zh | - h Unknown | 26 | Unknown | | approved
        Diploma of Kites | example-college | Program Certificate | level 2 | en | - h Unknown | 104 | Unknown | | approved
        """)]
    [InlineData("california-2026.json", 3, 0, """
        Kites | example-school | Program Unknown | level - | en | 494 h WeeksTimesEffort | 26 | Once 566050 USD | | approved | 49.0102
        Balloons | example-school | Program Unknown | level - | en | - h Unknown | 16 | Unknown | | approved | 49.0102
        Gliders | example-school | Program Unknown | level - | en | - h Unknown | - | Once 1000 USD | | approved | 49.0102
        """)]
    public void A_layout_is_recognised_and_its_rows_are_read(string file, int read, int refused, string programs)
    {
        var list = ReadProgramList.Read(new ProgramListOptions(Fixture(file)));
        var catalogue = Catalogue(file);

        list.Mapping.Layout.ShouldBe(Path.GetFileNameWithoutExtension(file));
        (catalogue.Batch.Read, catalogue.Batch.Refusals.Count).ShouldBe((read, refused));
        Described(catalogue).ShouldBe(programs.ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 0).Select(l => l.TrimEnd(' ', '|')).ToList(), ignoreOrder: true);
    }

    [Fact]
    public void Rows_carry_their_own_day_where_the_list_states_it()
    {
        Programs("rolemath-2026.csv").Select(p => p.AsOf).ShouldBe([new DateOnly(2026, 8, 1), new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 1)]);
        Programs("california-2026.json").ShouldAllBe(p => p.AsOf == new DateOnly(2026, 8, 7));
    }

    [Fact]
    public void A_register_approves_with_body_link_and_day()
    {
        var approval = Catalogue("cricos-2023.csv").Rows<ProgramApproval>()[0];
        (approval.Register, approval.Link, approval.AsOf).ShouldBe(("CRICOS", "https://cricos.education.gov.au/", new DateOnly(2023, 1, 3)));
    }

    [Fact]
    public void A_home_page_is_the_providers_and_not_the_programs()
    {
        Programs("california-2026.json")[1].Link.ShouldBeNull();
        Catalogue("newjersey-detail-2021.csv").Rows<Provider>()[0].Link.ShouldBe("https://www.example.org");
    }

    [Fact]
    public void A_funding_cap_is_aid_and_no_price()
    {
        var standard = Programs("uk-standards-2018.csv")[0];
        standard.PriceKind.ShouldBe(PriceKind.Unknown);
        standard.AidNote!.ShouldContain("£18000");
    }

    [Fact]
    public void Rows_left_out_are_counted_with_their_reason()
    {
        Catalogue("cricos-2023.csv").Batch.Remarks.ShouldContain("1 rows left out: the registration has expired.");
        Catalogue("uk-standards-2018.csv").Batch.Remarks.ShouldContain("2 rows left out: the standard was not yet approved for delivery.");
    }

    private static IReadOnlyList<LearningProgram> Programs(string file) => Catalogue(file).Rows<LearningProgram>();

    private static EmptyCatalogue Catalogue(string file) => EmptyCatalogue.With(Fixture(file));

    private static List<string> Described(EmptyCatalogue catalogue)
    {
        var names = catalogue.Rows<ProgramName>().ToDictionary(n => n.ProgramId, n => n.Text);
        var topics = catalogue.Rows<ProgramTopic>().ToLookup(t => t.ProgramId, t => t.Text);
        var approved = catalogue.Rows<ProgramApproval>().Select(a => a.ProgramId).ToHashSet();
        return [.. catalogue.Rows<LearningProgram>().Select(p => string.Create(
            CultureInfo.InvariantCulture,
            $"{names[p.Id]} | {p.ProviderId} | {p.Offer} {p.Credential} | level {Or(p.Level)} | {p.Language ?? "-"} | {Or(p.Hours)} h {p.HoursBasis} | {Or(p.Weeks)} | {$"{p.PriceKind} {p.Price} {p.Currency}".Trim()} | {string.Join("; ", topics[p.Id])} | {(approved.Contains(p.Id) ? "approved" : "")} | {p.FieldOfStudy}")
            .Replace("|  |", "| |", StringComparison.Ordinal).TrimEnd(' ', '|'))];
    }

    private static string Or(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Fixture(string file) => Path.Combine(AppContext.BaseDirectory, "Features", "Catalogue", "Lists", "Fixtures", file);
}
