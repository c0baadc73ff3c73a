using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cairn.Web.Drawing;
using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Drawing;

public sealed class DrawingTests
{
    private const string Hostile = "\"><script>alert(1)</script>'&<b>";
    private readonly Texts _t = Texts.Load();

    public DrawingTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void A_stone_depends_on_nothing_but_its_seed_and_size()
    {
        Pebble.Outline("river", 100, 40).ShouldBe(Pebble.Outline("river", 100, 40));
        Pebble.Outline("river", 100, 40).ShouldNotBe(Pebble.Outline("slate", 100, 40));
    }

    [Fact]
    public void A_badge_keeps_its_picture_for_ever()
    {
        var badge = Parse(BadgeDrawing.Of("https://example.org/a/1", "Forklift Safety", 2));

        badge.QuerySelector("svg > g")!.GetAttribute("clip-path").ShouldBe("url(#badge-4)");
        badge.QuerySelector("path")!.GetAttribute("fill").ShouldBe("#3A4142");
        badge.QuerySelectorAll("g > g > path").Select(p => p.GetAttribute("d"))
            .ShouldBe(["M-24 61.92q36 7.46 72 0t72 0V132H-24Z", "M-24 75.08q36 1.48 72 0t72 0V132H-24Z", "M-24 89.88q36 -6.3 72 0t72 0V132H-24Z"]);
        badge.QuerySelectorAll("text, svg > g:last-child path").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("SQL for Working Analysts", "SQL")]
    [InlineData("Supply Chain Analytics", "SC")]
    [InlineData("The Art of War", "AW")]
    [InlineData("éducation de base", "ÉB")]
    [InlineData("DATA SCIENCE BOOTCAMP", "DS")]
    [InlineData("'(Welding)", "W")]
    [InlineData("数据分析", "数")]
    [InlineData("", "")]
    [InlineData("—", "")]
    public void The_letters_of_a_badge_come_from_its_name(string name, string letters) => BadgeDrawing.Monogram(name).ShouldBe(letters);

    [Fact]
    public void White_stands_out_eight_to_one_on_every_badge() =>
        BadgeDrawing.Colours.Where(colour => 1.05 / (Contrasts.Luminance(colour) + 0.05) < 8).ShouldBeEmpty();

    [Fact]
    public void The_area_of_a_stone_grows_with_its_hours_and_the_largest_lies_below()
    {
        var picture = Parse(CairnDrawing.Of([new("a", 10, Stone.OwnWord), new("b", 160, Stone.Assessed), new("c", 40, Stone.Unchecked)], "three"));

        picture.QuerySelectorAll("g > path").Select(p => p.ClassName).ShouldBe(["s1", "s3", "s4"]);
    }

    [Fact]
    public void Words_of_a_catalogue_cannot_become_markup()
    {
        IHtmlContent[] drawings =
        [
            BadgeDrawing.Of(Hostile, Hostile, alt: Hostile), CairnDrawing.Of([new(Hostile, 3, Stone.Assessed)], Hostile), LevelBar.Of(2, 1, Stone.OwnWord, Hostile),
            FrontierChart.Of(Plans(Hostile), _t), PlanWeeksChart.Of(Weeks(Hostile), _t), GapBar.Of(new([new(null, 1, 1)], Hostile, Hostile, 0.5), _t),
        ];

        foreach (var drawing in drawings)
        {
            var picture = Parse(drawing);
            picture.QuerySelectorAll("script, b, i").ShouldBeEmpty();
            picture.QuerySelectorAll("*").SelectMany(e => e.Attributes).Select(a => a.Name).ShouldNotContain(name => name.StartsWith("on") || name == "style");
        }
    }

    [Fact]
    public void The_table_under_the_frontier_has_every_plan_of_the_picture()
    {
        var figure = Parse(FrontierChart.Of(Plans("Cheapest"), _t));

        figure.QuerySelectorAll("svg a").Select(a => a.GetAttribute("href")).ShouldBe(figure.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        figure.QuerySelectorAll("tbody tr").Select(Cells).ShouldBe(
            ["18 Apr 2027|$574|39 of 69|Fastest", "9 May 2027|$372|not known|", "13 Jun 2027|$268|41 of 69|Cheapest", "20 Jun 2027|$596|63 of 69|"]);
    }

    [Fact]
    public void A_plan_that_is_dearer_and_later_is_a_point_but_not_on_the_line() =>
        FrontierChart.Edge(Plans("Cheapest").Points.OrderBy(p => p.Finish)).Select(p => p.Cost).ShouldBe([57_400, 37_200, 26_800]);

    [Fact]
    public void Nothing_is_drawn_before_the_first_day()
    {
        var starts = new DateOnly(2027, 4, 12);

        var figure = Parse(FrontierChart.Of(Plans("Cheapest") with { Starts = starts }, _t));

        figure.QuerySelectorAll("svg text").Select(text => text.TextContent).ShouldNotContain(text => text.StartsWith("Apr") && text != "Apr");
        double.Parse(figure.QuerySelector("circle.dot")!.GetAttribute("cx")!.TrimEnd('%'), CultureInfo.InvariantCulture).ShouldBeLessThan(15);
    }

    [Fact]
    public void A_plan_far_from_all_others_is_an_arrow_with_its_figures()
    {
        var far = new FrontierPoint("/p/far", new(2038, 3, 1), 1_185_900, 69, "Best recognised", false);
        var frontier = Plans("Cheapest");

        var figure = Parse(FrontierChart.Of(frontier with { Points = [.. frontier.Points, far, far with { Href = "/p/too", Name = null }], Starts = new(2027, 1, 4) }, _t));

        figure.QuerySelectorAll("circle.dot").Length.ShouldBe(4);
        figure.QuerySelector("svg a[href='/p/too']")!.TextContent.Replace('\u00A0', ' ').ShouldBe("$11,859, 1 Mar 2038 →");
        figure.QuerySelector("svg a[href='/p/far']")!.TextContent.Replace('\u00A0', ' ').ShouldBe("$11,859, 1 Mar 2038 →Best recognised");
        figure.QuerySelectorAll("tbody tr").Select(Cells).ShouldContain("1 Mar 2038|$11,859|69 of 69|Best recognised");
        Percents(figure).ShouldAllBe(percent => percent >= 0 && percent <= 100);
    }

    [Fact]
    public void Every_month_that_costs_something_has_its_figure()
    {
        var months = Enumerable.Range(0, 6).Select(i => new MonthPayment(new DateOnly(2026, 12, 1).AddMonths(i), 5_900)).ToList();

        var figure = Parse(PlanWeeksChart.Of(new PlanWeeks("w", [new("SQL", null, 156, new(2026, 11, 30), new(2027, 5, 30))], months, "USD"), _t));

        figure.QuerySelectorAll("text").Where(text => text.TextContent == "$59" && text.ClassName != "s only-wide").Count().ShouldBe(6);
        figure.QuerySelectorAll("text").Where(text => text.TextContent == "$59" && text.ClassName != "s only-slim").Count().ShouldBe(6);
    }

    [Fact]
    public void Nothing_is_hatched_until_it_is_proven_that_nothing_is_there()
    {
        Parse(FrontierChart.Of(Plans("Cheapest"), _t)).QuerySelectorAll(".void").ShouldNotBeEmpty();

        var unproven = Parse(FrontierChart.Of(Plans("Cheapest") with { IsComplete = false }, _t));
        unproven.QuerySelectorAll(".void").ShouldBeEmpty();
        unproven.Body!.TextContent.ShouldNotContain("none in this catalogue");
        unproven.QuerySelector("desc")!.TextContent.ShouldContain("Not yet proven");
    }

    [Fact]
    public void Sizes_say_nothing_where_no_recognition_is_at_hand()
    {
        var figure = Parse(FrontierChart.Of(Plans("Cheapest") with { RecognitionOf = null }, _t));

        figure.QuerySelectorAll("circle.dot").Select(c => c.GetAttribute("r")).Distinct().Count().ShouldBe(1);
        figure.QuerySelectorAll("thead th").Select(th => th.TextContent).ShouldBe(["Finish", "Out of pocket", "Called"]);
    }

    [Fact]
    public void One_plan_alone_can_be_drawn()
    {
        var figure = Parse(FrontierChart.Of(new("f", [new("/p", new(2027, 6, 13), 0, null, "Cheapest", true)], "USD", null, true, null), _t));

        figure.QuerySelectorAll("circle.dot").Length.ShouldBe(1);
        Percents(figure).ShouldAllBe(percent => percent >= 0 && percent <= 100);
    }

    [Fact]
    public void Everything_stands_inside_its_picture()
    {
        foreach (var drawing in new[] { FrontierChart.Of(Plans("Cheapest"), _t), PlanWeeksChart.Of(Weeks("SQL"), _t), LevelBar.Of(3, 0, Stone.OwnWord, "") })
            Percents(Parse(drawing)).ShouldAllBe(percent => percent >= 0 && percent <= 100);
    }

    [Fact]
    public void The_tables_under_the_weeks_have_every_program_and_every_payment()
    {
        var figure = Parse(PlanWeeksChart.Of(Weeks("SQL"), _t));
        var tables = figure.QuerySelectorAll("table");

        figure.QuerySelectorAll("rect.bar:not(.b2)").Length.ShouldBe(2);
        figure.QuerySelectorAll("rect.b2").Length.ShouldBe(2);
        tables[0].QuerySelectorAll("tbody tr").Select(Cells).ShouldBe(["SQL|4 Jan 2027|31 Jan 2027|24 h", "Forecasting|1 Feb 2027|21 Mar 2027|42 h"]);
        tables[1].QuerySelectorAll("tbody tr").Select(Cells).ShouldBe(["January 2027|$40", "February 2027|$1,180"]);
        figure.QuerySelector("figcaption p")!.TextContent.ShouldBe("Paid out of pocket, by month. $1,220 in all.");
    }

    [Fact]
    public void A_name_too_long_for_a_phone_is_shortened_in_the_picture_and_whole_in_the_table()
    {
        var name = new string('x', 200);
        var figure = Parse(PlanWeeksChart.Of(Weeks(name), _t));

        figure.QuerySelectorAll("svg text").ShouldAllBe(text => text.TextContent.Length < 120);
        figure.QuerySelector("tbody a")!.TextContent.ShouldBe(name);
    }

    [Fact]
    public void The_gap_is_the_same_as_words_as_a_bar_and_as_a_table()
    {
        var figure = Parse(GapBar.Of(new([new(Stone.Assessed, 27, 5), new(Stone.OwnWord, 19, 4), new(null, 54, 11)], "Held: 9 of 20", "Missing: 11", null), _t));

        figure.QuerySelectorAll("rect").Select(r => r.ClassName).ShouldBe(["s1", "s4", "need"]);
        figure.QuerySelector("svg")!.GetAttribute("aria-label").ShouldBe("Checked and assessed: 27%; Own word: 19%; Missing: 54%");
        figure.QuerySelectorAll("tbody tr").Select(Cells).ShouldBe(["Checked and assessed|5|27%", "Own word|4|19%", "Missing|11|54%"]);
    }

    [Fact]
    public void A_need_without_a_level_has_no_mark()
    {
        Parse(LevelBar.Of(null, 1, Stone.Unchecked, "held")).QuerySelectorAll(".want").ShouldBeEmpty();
        Parse(LevelBar.Of(2, 1, Stone.Unchecked, "held")).QuerySelectorAll("rect").Select(r => r.ClassName).ShouldBe(["s3", "need", "mute"]);
    }

    [Fact]
    public void The_five_verdicts_have_five_outlines() =>
        Enum.GetValues<Verdict>().Select(v => Html(VerdictDrawing.Icon(v))).Distinct().Count().ShouldBe(5);

    private static Frontier Plans(string name) => new("f",
    [
        new("/p?a=1&b=" + name, new(2027, 6, 13), 26_800, 41, name, true), new("/p/2", new(2027, 4, 18), 57_400, 39, "Fastest", false),
        new("/p/3", new(2027, 5, 9), 37_200, null, null, false), new("/p/4", new(2027, 6, 20), 59_600, 63, null, false),
    ], "USD", new(2027, 6, 28), true, 69);

    private static PlanWeeks Weeks(string name) => new("w",
        [new(name, "/programs/1", 24, new(2027, 1, 4), new(2027, 1, 31)), new("Forecasting", null, 42, new(2027, 2, 1), new(2027, 3, 21))],
        [new(new(2027, 1, 1), 4_000), new(new(2027, 2, 1), 118_000)], "USD");

    private static string Cells(IElement row) => string.Join('|', row.Children.Select(cell => cell.TextContent)).Replace('\u00A0', ' ');

    private static IEnumerable<double> Percents(IHtmlDocument figure) =>
        figure.QuerySelectorAll("svg *").SelectMany(e => e.Attributes).Where(a => a.Name is "x" or "cx" or "x1" or "x2" or "width" && a.Value.EndsWith('%'))
            .Select(a => double.Parse(a.Value.TrimEnd('%'), CultureInfo.InvariantCulture));

    private static string Html(IHtmlContent drawing)
    {
        using var writer = new StringWriter();
        drawing.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static IHtmlDocument Parse(IHtmlContent drawing) => new HtmlParser().ParseDocument(Html(drawing));
}
