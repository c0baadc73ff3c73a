using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Testing;
using Shouldly;
using Xunit;
using static Cairn.Testing.LearnerCatalogue;

namespace Cairn.Web.Tests.Features.Goals;

public sealed class GoalPagesTests : IAsyncLifetime
{
    private CairnApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await CairnApp.StartAsync(fill: FillAsync);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/goals/0123456789abcdefghjkmnpqrs")]
    [InlineData("/goals/short")]
    [InlineData("/goals/0123456789abcdefghjkmnpqrs/limits")]
    [InlineData("/goals/0123456789abcdefghjkmnpqrs/plan")]
    [InlineData("/plans/0123456789abcdefghjkmnpqrs")]
    [InlineData("/plans/0123456789abcdefghjkmnpqrs/request.json")]
    public async Task A_link_that_nobody_was_given_opens_nothing(string address) =>
        (await _app.GetPageAsync(address)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_goal_sent_from_another_site_is_refused()
    {
        using var client = _app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/goals/new") { Content = new FormUrlEncodedContent([new("Occupation", Analyst)]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_empty_search_says_what_to_write() => (await ErrorsAsync("/goals/new?q=")).ShouldHaveSingleItem().ShouldContain("data analyst");

    [Fact]
    public async Task A_search_for_nothing_known_keeps_what_was_typed()
    {
        var (_, page) = await _app.GetPageAsync("/goals/new?q=xqzzyv");

        Errors(page).ShouldHaveSingleItem().ShouldContain("xqzzyv");
        page.QuerySelector<IHtmlInputElement>("#Q")!.Value.ShouldBe("xqzzyv");
    }

    [Fact]
    public async Task An_unknown_occupation_is_refused() => (await ErrorsAsync("/goals/new?occupation=onet:00-0000.00")).ShouldHaveSingleItem().ShouldContain("onet:00-0000.00");

    [Fact]
    public async Task A_goal_without_anything_to_reach_is_refused()
    {
        var (response, page) = await _app.PostFormAsync("/goals/new", [new("Limits.Hours", "6")]);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Errors(page).ShouldContain(said => said.Contains("Choose first", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_form_says_first_what_is_wrong_and_keeps_everything_typed()
    {
        var (_, page) = await _app.PostFormAsync("/goals/new",
            [new("Occupation", Analyst), new("Limits.Hours", "400"), new("Limits.Budget", "85 dollars and a bit"), new("Limits.FinishBy", "2020-01-01"), new("Now", "care of my mother")]);

        Errors(page).Count.ShouldBe(4);
        page.QuerySelector("main")!.FirstElementChild!.ClassList.ShouldContain("errs");
        Value(page, "Limits_Hours").ShouldBe("400");
        Value(page, "Limits_Budget").ShouldBe("85 dollars and a bit");
        Value(page, "Limits_FinishBy").ShouldBe("2020-01-01");
        Value(page, "Now").ShouldBe("care of my mother");
        page.QuerySelector("input[name=Occupation]")!.GetAttribute("value").ShouldBe(Analyst);
    }

    [Fact]
    public async Task A_text_that_may_mean_several_things_is_a_list_to_pick_from()
    {
        var (_, page) = await _app.GetPageAsync("/goals/new?q=other workers");

        page.QuerySelectorAll("ul.rows a").Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_typing_mistake_is_understood()
    {
        var (_, page) = await _app.GetPageAsync("/goals/new?q=data analist");

        page.QuerySelectorAll("ul.rows a").Select(a => a.TextContent).ShouldContain("Data Analysts");
    }

    [Fact]
    public async Task A_goal_is_made_without_an_account_or_a_cookie()
    {
        var (response, _) = await _app.PostFormAsync("/goals/new", [new("Occupation", Analyst), new("Limits.Hours", "6")]);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldMatch("^/goals/[0-9a-z]{26}$");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task The_page_of_a_goal_is_kept_out_of_caches_and_search_engines()
    {
        var (response, _) = await _app.GetPageAsync(await _app.StartGoalAsync());

        response.Headers.CacheControl!.Private.ShouldBeTrue();
        response.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Fact]
    public async Task Entry_conditions_stand_before_any_skill()
    {
        var (_, page) = await _app.GetPageAsync(await _app.StartGoalAsync());
        var text = page.QuerySelector("main")!.TextContent;

        text.ShouldContain("Most people in this work have this education: Bachelor's degree.");
        text.IndexOf("Bachelor's degree", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("SQL", StringComparison.Ordinal));
        text.ShouldContain("August 2023");
    }

    [Fact]
    public async Task A_skill_that_nobody_teaches_is_named()
    {
        var (_, page) = await _app.GetPageAsync(await _app.StartGoalAsync());

        page.QuerySelectorAll(".gap tbody").Single(group => group.QuerySelector(".group")!.TextContent.Contains("taught by no program that plans may use", StringComparison.Ordinal)).TextContent.ShouldContain("use an abacus");
    }

    [Fact]
    public async Task What_a_person_confirms_counts_at_its_level()
    {
        var goal = await _app.StartGoalAsync();
        var (response, _) = await _app.PostFormAsync(goal + "?handler=Hold", [new("skill", Sql), new("level", "2")]);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var (_, page) = await _app.GetPageAsync(goal);

        page.QuerySelector(".lead")!.TextContent.ShouldContain("You hold 1 of the 4 skills planned for.");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    public async Task A_level_that_does_not_exist_is_refused(string level) =>
        (await _app.PostFormAsync(await _app.StartGoalAsync() + "?handler=Hold", [new("skill", Sql), new("level", level)])).Response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_skill_that_does_not_exist_is_refused() =>
        (await _app.PostFormAsync(await _app.StartGoalAsync() + "?handler=Hold", [new("skill", "esco:nothing"), new("level", "2")])).Response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_present_occupation_only_suggests()
    {
        var goal = await _app.StartGoalAsync(new KeyValuePair<string, string>("Present", Clerk));

        var (_, page) = await _app.GetPageAsync(goal);

        page.QuerySelectorAll("#suggested input[type=checkbox]").Select(box => box.GetAttribute("value")).ShouldBe([Sql]);
        page.QuerySelector(".lead")!.TextContent.ShouldContain("You hold 0 of the 4 skills planned for.");
    }

    [Fact]
    public async Task A_suggestion_that_was_ticked_counts()
    {
        var goal = await _app.StartGoalAsync(new KeyValuePair<string, string>("Present", Clerk));
        await _app.PostFormAsync(goal + "?handler=Confirm", [new("held", Sql), new($"level-{Sql}", "2")]);

        var (_, page) = await _app.GetPageAsync(goal);

        page.QuerySelector(".lead")!.TextContent.ShouldContain("You hold 1 of the 4 skills planned for.");
    }

    [Fact]
    public async Task A_general_skill_is_planned_for_only_when_added()
    {
        var goal = await _app.StartGoalAsync();
        await _app.PostFormAsync(goal + "?handler=Add", [new("skill", Listening), new("level", "1")]);

        var (_, page) = await _app.GetPageAsync(goal);

        page.QuerySelector(".lead")!.TextContent.ShouldContain("of the 5 skills planned for.");
    }

    [Fact]
    public async Task A_skill_taken_out_can_be_put_back()
    {
        var goal = await _app.StartGoalAsync();
        await _app.PostFormAsync(goal + "?handler=Remove", [new("skill", Abacus)]);
        (await _app.GetPageAsync(goal)).Page.QuerySelector(".lead")!.TextContent.ShouldContain("of the 3 skills planned for.");

        await _app.PostFormAsync(goal + "?handler=Restore", [new("skill", Abacus)]);

        (await _app.GetPageAsync(goal)).Page.QuerySelector(".lead")!.TextContent.ShouldContain("of the 4 skills planned for.");
    }

    [Fact]
    public async Task Advancing_shows_what_asks_for_more()
    {
        var (_, page) = await _app.GetPageAsync($"/goals/new?route=advance&present={Clerk}");

        page.QuerySelectorAll("ul.rows a").Select(a => a.TextContent).ShouldContain("Data Analysts");
    }

    [Fact]
    public async Task Aid_that_is_no_amount_is_refused_and_kept()
    {
        var (_, page) = await _app.PostFormAsync(await _app.StartGoalAsync() + "/limits?handler=Aid", [new("Aid.Name", "grant"), new("Aid.HowMuch", "much"), new("Aid.Provider", "Nobody")]);

        Errors(page).Count.ShouldBe(2);
        Value(page, "Aid_HowMuch").ShouldBe("much");
        Value(page, "Aid_Name").ShouldBe("grant");
    }

    [Fact]
    public async Task Aid_for_a_program_that_is_not_here_is_refused_by_its_line()
    {
        var (_, page) = await _app.PostFormAsync(await _app.StartGoalAsync() + "/limits?handler=Aid",
            [new("Aid.Name", "grant"), new("Aid.HowMuch", "90%"), new("Aid.Programs", "http://localhost/programs/sql-cheap" + "\n/programs/nowhere")]);

        Errors(page).ShouldHaveSingleItem().ShouldContain("/programs/nowhere");
        page.QuerySelector("#Aid_Programs")!.TextContent.ShouldContain("/programs/nowhere");
    }

    [Fact]
    public async Task Aid_for_several_programs_names_them()
    {
        var goal = await _app.StartGoalAsync();
        await _app.PostFormAsync(goal + "/limits?handler=Aid", [new("Aid.Name", "grant"), new("Aid.HowMuch", "500"), new("Aid.Programs", "http://localhost/programs/sql-cheap" + "\r\n" + "python-cheap"), new("Aid.Granted", "true")]);

        var (_, page) = await _app.GetPageAsync(goal + "/limits");

        page.QuerySelector("#aid li")!.TextContent.ShouldContain("2 programs: ");
    }

    [Fact]
    public async Task Aid_is_listed_with_what_it_is_for()
    {
        var goal = await _app.StartGoalAsync();
        await _app.PostFormAsync(goal + "/limits?handler=Aid", [new("Aid.Name", Nasty), new("Aid.HowMuch", "90%"), new("Aid.Provider", "harbor state"), new("Aid.Granted", "true")]);

        var (_, page) = await _app.GetPageAsync(goal + "/limits");

        page.QuerySelector("#aid li")!.TextContent.ShouldContain($"{Nasty}: 90% of the price, programs of Harbor State");
        page.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_pages_speak_spanish()
    {
        var goal = await _app.StartGoalAsync();

        var (_, page) = await _app.GetPageAsync("/es" + goal);

        page.DocumentElement.GetAttribute("lang").ShouldBe("es");
        page.QuerySelector(".lead")!.TextContent.ShouldContain("Tiene 0 de las 4 capacidades planificadas.");
        page.QuerySelectorAll("main a[href^='/goals']").ShouldBeEmpty();
    }

    private async Task<List<string>> ErrorsAsync(string address) => Errors((await _app.GetPageAsync(address)).Page);

    private static List<string> Errors(IHtmlDocument page) => [.. page.QuerySelectorAll(".errs li").Select(li => li.TextContent)];

    private static string Value(IHtmlDocument page, string id) => page.GetElementById(id)!.GetAttribute("value") ?? "";
}
