using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Testing;
using Cairn.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Cairn.Testing.LearnerCatalogue;

namespace Cairn.Web.Tests.Features.Plans;

/// <summary>Real pages, a real planner, a catalogue whose best plans are known.</summary>
public sealed class PlanPagesTests : IAsyncLifetime
{
    private CairnApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await CairnApp.StartAsync(fill: FillAsync);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_slider_value_that_is_no_number_is_refused()
    {
        var (response, page) = await _app.GetPageAsync(await _app.StartGoalAsync() + "/plan?Tried.Hours=lots");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.QuerySelectorAll(".errs li").ShouldHaveSingleItem().TextContent.ShouldContain("lots");
    }

    [Fact]
    public async Task A_change_that_no_page_offers_is_refused() =>
        (await _app.PostFormAsync(await _app.StartGoalAsync() + "/plan?handler=Accept", [new("dimension", "owner"), new("to", "me")])).Response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_impossible_budget_says_what_would_help()
    {
        var goal = await _app.StartGoalAsync(new KeyValuePair<string, string>("Limits.Budget", "100"));

        var page = await SettledAsync(goal + "/plan");

        page.QuerySelector("h1")!.TextContent.ShouldStartWith("No plan fits $100");
        page.QuerySelectorAll(".ways li").Select(li => li.TextContent).ShouldContain(text => text.Contains("Spend $20 more", StringComparison.Ordinal) && text.Contains("$120 in all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_click_accepts_the_change_that_helps()
    {
        var goal = await _app.StartGoalAsync(new KeyValuePair<string, string>("Limits.Budget", "100"));

        await _app.PostFormAsync(goal + "/plan?handler=Accept", [new("dimension", "budget"), new("to", "12000")]);

        Figures(await SettledAsync(goal + "/plan")).ShouldContain("$120");
    }

    [Fact]
    public async Task The_plans_are_the_cheapest_and_the_fastest_there_are()
    {
        var page = await SettledAsync(await _app.StartGoalAsync(new KeyValuePair<string, string>("Limits.Coverage", "100")) + "/plan?Tried.Hours=6");

        Figures(page).ShouldBe(["$120", "$200"]);
        page.QuerySelectorAll(".pick .v.pass").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Without_evidence_of_recognition_there_are_two_plans_and_the_page_says_why()
    {
        var page = await SettledAsync(await _app.StartGoalAsync() + "/plan");

        page.QuerySelectorAll(".pick").Length.ShouldBe(2);
        page.QuerySelector("main")!.TextContent.ShouldContain("No evidence of recognition is at hand");
    }

    [Fact]
    public async Task Training_is_finished_but_nobody_is_called_ready()
    {
        var page = await SettledAsync(await _app.StartGoalAsync() + "/plan");

        page.QuerySelector("main")!.TextContent.ShouldContain("not when you are ready for the work");
        page.QuerySelectorAll(".pick dt").Select(dt => dt.TextContent).ShouldContain("Training finished");
    }

    [Fact]
    public async Task What_nothing_teaches_is_said_in_words() =>
        (await SettledAsync(await _app.StartGoalAsync() + "/plan")).QuerySelector("main")!.TextContent.ShouldContain("Covers 3 of the 4 skills planned for; 1 is taught by no program it could choose; licence and degree not counted.");

    [Fact]
    public async Task What_was_left_out_is_counted_with_its_reason()
    {
        var text = (await SettledAsync(await _app.StartGoalAsync() + "/plan")).QuerySelector("main")!.TextContent;

        text.ShouldContain("1 has facts older than twelve months");
        text.ShouldContain("1 has no known price");
    }

    [Fact]
    public async Task Fewer_hours_a_week_are_solved_again()
    {
        var page = await SettledAsync(await _app.StartGoalAsync() + "/plan");

        page.QuerySelectorAll("h2").Select(h => h.TextContent).ShouldContain("With 4 hours a week instead of 6");
    }

    [Fact]
    public async Task Each_program_says_what_only_it_covers_and_what_leaving_it_out_costs()
    {
        var rows = (await SettledAsync(await _app.StartGoalAsync(new KeyValuePair<string, string>("Limits.Budget", "150")) + "/plan")).QuerySelectorAll(".why tbody tr");

        rows.Select(row => row.TextContent).ShouldContain(text => text.Contains("SQL step by step", StringComparison.Ordinal) && text.Contains("covers it: listed by the provider", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_question_is_solved_once()
    {
        var goal = await _app.StartGoalAsync();
        await SettledAsync(goal + "/plan");
        await SettledAsync(goal + "/plan?plan=fastest");

        await using var db = _app.Database.Open();
        (await db.Set<Plan>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_kept_plan_opens_by_its_own_link_and_leads_to_nobodys_goal()
    {
        var goal = await _app.StartGoalAsync();
        var made = (await SettledAsync(goal + "/plan")).QuerySelector("input[name=made]")!.GetAttribute("value")!;
        var (kept, _) = await _app.PostFormAsync(goal + "/plan?handler=Keep", [new("made", made), new("plan", "fastest")]);

        var (response, page) = await _app.GetPageAsync(kept.Headers.Location!.OriginalString);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector("input[name=plan]:checked")!.GetAttribute("value").ShouldBe("fastest");
        page.Source.Text.ShouldNotContain(goal);
    }

    [Fact]
    public async Task The_plan_of_another_goal_cannot_be_kept()
    {
        var mine = await _app.StartGoalAsync();
        var theirs = await _app.StartGoalAsync();
        var made = (await SettledAsync(theirs + "/plan")).QuerySelector("input[name=made]")!.GetAttribute("value")!;

        var (response, _) = await _app.PostFormAsync(mine + "/plan?handler=Keep", [new("made", made), new("plan", "cheapest")]);

        response.Headers.Location!.OriginalString.ShouldBe(mine + "/plan");
    }

    [Fact]
    public async Task Granted_aid_lowers_the_figure_and_hoped_for_aid_stands_beside_it()
    {
        var goal = await _app.StartGoalAsync(new KeyValuePair<string, string>("Limits.Budget", "150"));
        await _app.PostFormAsync(goal + "/limits?handler=Aid", [new("Aid.Name", "grant"), new("Aid.HowMuch", "50%"), new("Aid.AtMost", "1"), new("Aid.Granted", "true")]);
        await _app.PostFormAsync(goal + "/limits?handler=Aid", [new("Aid.Name", "dream"), new("Aid.HowMuch", "100%"), new("Aid.Granted", "false")]);

        var page = await SettledAsync(goal + "/plan");

        Figures(page)[0].ShouldBe("$95");
        page.QuerySelector(".pick")!.TextContent.ShouldContain("$0 if the aid you hope for is granted; $95 if not.");
    }

    [Fact]
    public async Task Limits_that_are_only_tried_stay_in_the_address_until_kept()
    {
        var goal = await _app.StartGoalAsync();
        await SettledAsync(goal + "/plan?Tried.Hours=12");
        (await _app.GetPageAsync(goal)).Page.QuerySelector("aside dd")!.TextContent.ShouldBe("6");

        await _app.PostFormAsync(goal + "/plan?handler=Limits&Tried.Hours=12", []);

        (await _app.GetPageAsync(goal)).Page.QuerySelector("aside dd")!.TextContent.ShouldBe("12");
    }

    [Fact]
    public async Task Somebody_who_holds_everything_needs_no_program()
    {
        var goal = await _app.StartGoalAsync();
        foreach (var skill in new[] { Sql, Python, Charts, Abacus })
            await _app.PostFormAsync(goal + "?handler=Hold", [new("skill", skill), new("level", "3")]);

        (await SettledAsync(goal + "/plan")).QuerySelector("h1")!.TextContent.ShouldBe("You need no program for this");
    }

    /// <summary>Asks until the planner has said its last word; each answer waits for it, so nothing here sleeps.</summary>
    private async Task<IHtmlDocument> SettledAsync(string address)
    {
        while (true)
        {
            var (response, page) = await _app.GetPageAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            if (page.QuerySelector("[data-working]") is null)
                return page;
        }
    }

    private static List<string> Figures(IHtmlDocument page) => [.. page.QuerySelectorAll(".pick .big").Select(figure => figure.TextContent)];
}
