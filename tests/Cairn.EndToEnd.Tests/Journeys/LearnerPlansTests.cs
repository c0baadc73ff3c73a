using System.Text.RegularExpressions;
using Cairn.Testing;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Cairn.EndToEnd.Tests.Journeys;

/// <summary>A learner says what they want, confirms what they can do, gets a proven plan, tries other limits and keeps one. Real browser, real planner.</summary>
public sealed class LearnerPlansTests(Chromium chromium)
{
    [Fact]
    public async Task A_learner_gets_a_plan_tries_other_limits_and_keeps_it()
    {
        await using var app = await CairnApp.StartAsync(fill: LearnerCatalogue.FillAsync);
        await using var context = await (await chromium.StartAsync()).NewContextAsync(Dress.PhoneLight.Options(app.Listen()));
        var page = await context.NewPageAsync();

        await page.GotoAsync("/goals/new?q=data analist");
        await page.GetByRole(AriaRole.Link, new() { Name = "Data Analysts" }).ClickAsync();
        await page.GetByLabel("Hours a week").FillAsync("6");
        await page.ShouldBeCleanAsync(unfold: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what is missing" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Data Analysts");
        await page.ShouldBeCleanAsync(unfold: false);
        await page.Locator("#s-onet-tech-sql summary").ClickAsync();
        await page.Locator("#s-onet-tech-sql").GetByRole(AriaRole.Button, new() { Name = "Count it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".lead")).ToContainTextAsync("You hold 1 of the 4 skills planned for.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Plan the way there" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-working]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".pick .big").First).ToHaveTextAsync("$50");
        await page.ShouldBeCleanAsync(unfold: false);

        // A slider is moved from the keyboard; the address follows, and the plans with it.
        await page.Locator("input[name='Tried.Hours']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("Tried.Hours=7"));
        await Assertions.Expect(page.Locator("[data-fragment=head] .lead")).ToContainTextAsync("within 7 hours a week");
        await Assertions.Expect(page.Locator("[data-working]")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("Tried.Hours");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save this plan" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/plans/[0-9a-z]{26}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Data Analysts");
        await page.ShouldBeCleanAsync(unfold: false);
    }

    [Fact]
    public async Task Without_scripts_a_plan_and_a_changed_limit_come_by_plain_forms()
    {
        await using var app = await CairnApp.StartAsync(fill: LearnerCatalogue.FillAsync);
        var site = app.Listen();
        await using var context = await (await chromium.StartAsync()).NewContextAsync((Dress.DesktopDark with { Scripts = false }).Options(site));
        var page = await context.NewPageAsync();

        await page.GotoAsync("/goals/new?occupation=" + LearnerCatalogue.Analyst);
        await page.GetByLabel("Money you can spend").FillAsync("50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what is missing" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan the way there" }).ClickAsync();
        while (await page.Locator("[data-working] a").CountAsync() > 0)
            await page.Locator("[data-working] a").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("No plan fits $50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow $90" }).ClickAsync();
        while (await page.Locator("[data-working] a").CountAsync() > 0)
            await page.Locator("[data-working] a").ClickAsync();

        await Assertions.Expect(page.Locator(".pick .big").First).ToHaveTextAsync("$90");
    }
}
