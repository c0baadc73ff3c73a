using System.Net;
using AngleSharp.Dom;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Explore;

public sealed class ProgramPagesTests(ExploreApp explore) : IClassFixture<ExploreApp>
{
    [Theory]
    [InlineData("/programs/there-is-none")]
    [InlineData("/skills/esco:none")]
    [InlineData("/occupations/onet:00-0000.00")]
    [InlineData("/providers/nobody")]
    [InlineData("/es/programs/there-is-none")]
    public async Task What_is_not_there_is_not_found_in_plain_words(string address)
    {
        var (response, page) = await explore.App.GetPageAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.ShouldBeOneOf("There is no page here", "Aquí no hay ninguna página");
    }

    [Fact]
    public async Task A_page_after_the_last_is_the_last_and_says_so()
    {
        var page = await explore.PageAsync("/programs?page=99999999999999999999");

        page.QuerySelector(".note.warn")!.TextContent.ShouldContain("This is the last one, page 2.");
        page.QuerySelectorAll(".rows.found > li").Length.ShouldBe(14);
    }

    [Theory]
    [InlineData("page=-3", "“-3” is not a page number")]
    [InlineData("page=two", "“two” is not a page number")]
    [InlineData("level=9", "“9” is not something this list can be narrowed by")]
    [InlineData("skill=esco:none", "“esco:none” is not something this list can be narrowed by")]
    [InlineData("provider=%00nobody", "is not something this list can be narrowed by")]
    [InlineData("sort=luck", "“luck” is not something this list can be narrowed by")]
    [InlineData("currency=XXX", "“XXX” is not something this list can be narrowed by")]
    public async Task What_cannot_be_used_of_an_address_is_left_out_and_said(string query, string sentence)
    {
        var (response, page) = await explore.App.GetPageAsync("/programs?" + query);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector(".note.warn")!.TextContent.ShouldContain(sentence);
        page.QuerySelectorAll(".rows.found > li").Length.ShouldBe(20);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_cut_and_answered()
    {
        var (response, page) = await explore.App.GetPageAsync("/programs?q=" + new string('x', 10_000));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector(".note.warn")!.TextContent.ShouldContain("cut to 200 characters");
    }

    [Theory]
    [InlineData("%00%01%02%1B%7F")]
    [InlineData("%22%2B-%26%26%7C%7C!(){}%5B%5D%5E~*%3F:%5C/")]
    [InlineData("python%20AND%20(NOT")]
    [InlineData("%F0%9F%98%80%ED%A0%80")]
    [InlineData("%25")]
    [InlineData("*")]
    public async Task Signs_and_control_characters_are_only_words(string words) =>
        (await explore.App.GetPageAsync("/programs?q=" + words)).Response.StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_name_with_markup_stays_text()
    {
        var page = await explore.PageAsync($"/programs/{SmallCatalogue.NastyId}");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Build <b>anything</b> & <script>alert(1)</script>");
        page.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_is_no_web_address_is_not_offered()
    {
        var page = await explore.PageAsync($"/programs/{SmallCatalogue.NastyId}");

        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldAllBe(href => !href!.StartsWith("javascript"));
    }

    [Fact]
    public async Task Unknown_parameters_are_ignored()
    {
        var page = await explore.PageAsync("/programs?utm_source=x&q=python");

        page.QuerySelector("h1")!.TextContent.ShouldBe("1 program for “python”");
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("/programs?q=python");
    }

    [Fact]
    public async Task A_form_with_empty_fields_leads_to_the_short_address()
    {
        var (response, _) = await explore.App.GetPageAsync("/programs?q=python&level=&currency=");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/programs?q=python");
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do_next()
    {
        var page = await explore.PageAsync("/programs?q=zzzzqqqq");

        page.QuerySelector("h1")!.TextContent.ShouldBe("0 programs for “zzzzqqqq”");
        page.QuerySelector("main .empty")!.TextContent.ShouldContain("None in this catalogue");
    }

    [Fact]
    public async Task A_typo_finds_and_says_how_it_was_read()
    {
        var page = await explore.PageAsync("/programs?q=pyton");

        page.QuerySelector(".rows.found a")!.TextContent.ShouldBe("Python for Everyone");
        page.QuerySelector(".head")!.TextContent.ShouldContain("Read as “python”");
    }

    [Fact]
    public async Task Only_shipped_data_is_called_a_demonstration_catalogue() =>
        (await explore.PageAsync("/programs")).QuerySelector(".head")!.TextContent.ShouldContain("demonstration catalogue");

    [Fact]
    public async Task A_program_says_why_it_is_held_to_teach_each_skill()
    {
        var page = await explore.PageAsync($"/programs/{SmallCatalogue.PythonId}");

        page.QuerySelector("main table")!.TextContent.ShouldContain("Covers it: named in its title");
        page.QuerySelector("main table")!.TextContent.ShouldContain("May cover it: guessed from its words, 62%");
    }

    [Fact]
    public async Task A_program_says_where_it_comes_from_and_when_it_was_true()
    {
        var page = await explore.PageAsync($"/programs/{SmallCatalogue.PythonId}");

        var aside = page.QuerySelector("aside")!.TextContent;
        aside.ShouldContain("Demonstration list");
        aside.ShouldContain("Facts only.");
        aside.ShouldContain(Cairn.Web.Features.Shared.DateText.Of(SmallCatalogue.Recent));
    }

    [Fact]
    public async Task Links_that_lead_away_give_nothing_away()
    {
        var page = await explore.PageAsync($"/programs/{SmallCatalogue.PythonId}");

        page.QuerySelectorAll("main a[href^=http]").ShouldNotBeEmpty();
        page.QuerySelectorAll("main a[href^=http]").ShouldAllBe(link => link.GetAttribute("rel")!.Contains("noopener"));
    }

    [Fact]
    public async Task An_unknown_price_is_called_unknown_and_not_free()
    {
        var page = await explore.PageAsync($"/programs/{SmallCatalogue.NastyId}");

        page.QuerySelector(".stats dd")!.TextContent.ShouldContain("Price unknown");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Free");
    }

    [Fact]
    public async Task Facts_older_than_twelve_months_are_marked()
    {
        (await explore.PageAsync($"/programs/{SmallCatalogue.OldId}")).QuerySelector(".note.warn")!.TextContent.ShouldContain("older than twelve months");
        (await explore.PageAsync("/programs?checked=older")).QuerySelectorAll(".rows.found .v.warn").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_program_without_a_register_has_no_evidence_of_recognition()
    {
        (await explore.PageAsync($"/programs/{SmallCatalogue.OldId}")).Body!.TextContent.ShouldContain("No evidence of recognition at hand.");
        (await explore.PageAsync($"/programs/{SmallCatalogue.PythonId}")).Body!.TextContent.ShouldContain("Eligible training list");
    }

    [Fact]
    public async Task A_name_in_another_language_is_marked_as_such()
    {
        var old = await explore.PageAsync($"/programs/{SmallCatalogue.OldId}");
        var python = await explore.PageAsync($"/es/programs/{SmallCatalogue.PythonId}");

        old.QuerySelector("h1")!.GetAttribute("lang").ShouldBe("es");
        python.QuerySelector("h1")!.TextContent.ShouldBe("Python para todos");
        python.QuerySelector("h1")!.HasAttribute("lang").ShouldBeFalse();
    }

    [Fact]
    public async Task An_old_id_of_a_skill_leads_to_its_one_address()
    {
        var (response, _) = await explore.App.GetPageAsync("/skills/esco:python");

        response.Headers.Location!.OriginalString.ShouldBe("/skills/onet-tech%3Apython");
    }

    [Fact]
    public async Task A_skill_and_its_programs_and_occupations_link_to_each_other()
    {
        var skill = await explore.PageAsync("/skills/onet-tech:python");
        var occupation = await explore.PageAsync("/occupations/onet:15-1252.00");

        Hrefs(skill).ShouldContain($"/programs/{SmallCatalogue.PythonId}");
        Hrefs(skill).ShouldContain("/occupations/onet%3A15-1252.00");
        Hrefs(occupation).ShouldContain("/skills/onet-tech%3Apython");
        Hrefs(occupation).ShouldContain($"/programs/{SmallCatalogue.PythonId}");
    }

    [Fact]
    public async Task Entry_conditions_of_an_occupation_stand_before_its_pay()
    {
        var text = (await explore.PageAsync("/occupations/onet:29-1141.00")).QuerySelector("main")!.TextContent;

        text.IndexOf("Bachelor's degree", StringComparison.Ordinal).ShouldBeInRange(0, text.IndexOf("$66,030", StringComparison.Ordinal));
        text.ShouldContain("$66,030–$93,600");
        text.ShouldContain("Bachelor's degree: 63% of those asked");
    }

    [Fact]
    public async Task Two_programs_stand_side_by_side()
    {
        var page = await explore.PageAsync($"/compare?p={SmallCatalogue.PythonId}&p=filler-12&p=no-such");

        page.QuerySelectorAll("table.cmp thead th").Length.ShouldBe(2);
        page.QuerySelector(".note.warn")!.TextContent.ShouldContain("There is no program “no-such” here");
    }

    [Fact]
    public async Task Prices_in_two_currencies_have_no_lowest()
    {
        var page = await explore.PageAsync($"/compare?p={SmallCatalogue.PythonId}&p=cpp-4");

        page.QuerySelectorAll("table.cmp tbody tr").First(row => row.QuerySelector("th")!.TextContent == "Price").QuerySelectorAll(".best").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("p=python-for-everyone-1")]
    public async Task Fewer_than_two_programs_are_no_comparison(string query) =>
        (await explore.PageAsync("/compare?" + query)).QuerySelector("h1")!.TextContent.ShouldBe("Choose two to four programs to compare");

    private static List<string?> Hrefs(IDocument page) => [.. page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"))];
}
