using System.Text.RegularExpressions;
using Cairn.Testing;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Cairn.EndToEnd.Tests;

/// <summary>The two modules of wwwroot/js in a real browser, against answers that the test decides.</summary>
public sealed class ScriptTests(Chromium chromium)
{
    private const string Two = """[{"label":"Data Scientists","detail":"occupation","value":"Data Scientists"},{"label":"<b>Dancers</b>","detail":"occupation","href":"/about"}]""";

    private const string Plan = """
        <!doctype html><html lang="en"><title>Try</title>
        <form data-replan action="/try"><input id="hours" name="hours" type="range" min="1" max="20" value="6" data-unit="h"><output for="hours">6 h</output><button>Again</button></form>
        <div data-fragment="plan"><h1>first</h1></div><p data-replan-status aria-live="polite"></p>
        <script type="module" src="/js/replan.js"></script>
        """;

    private const string Steps = """
        <!doctype html><html lang="en"><title>Try</title>
        <form data-replan action="/steps"><input name="q" value=""><input type="checkbox" id="free" name="price" value="free">
        <div data-fragment="limits"><input id="hours" name="hours" type="range" min="1" max="20" value="HOURS"></div><button>Again</button></form>
        <div data-fragment="plan"><h1>HOURS hours</h1></div>
        <script type="module" src="/js/replan.js"></script>
        """;

    [Fact]
    public async Task A_suggestion_is_chosen_with_the_keyboard_alone()
    {
        await using var app = await CairnApp.StartAsync();
        var page = await OpenAsync(app, "/");
        await page.RouteAsync("**/suggest?*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Two }));
        var box = page.GetByRole(AriaRole.Combobox);

        await box.PressSequentiallyAsync("da");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        (await box.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        await box.PressAsync("ArrowDown");
        (await page.Locator("[aria-selected=true]").GetAttributeAsync("id")).ShouldBe(await box.GetAttributeAsync("aria-activedescendant"));
        await box.PressAsync("Enter");

        (await box.InputValueAsync()).ShouldBe("Data Scientists");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_suggestion_with_an_address_is_followed_and_its_words_are_only_words()
    {
        await using var app = await CairnApp.StartAsync();
        var page = await OpenAsync(app, "/");
        await page.RouteAsync("**/suggest?*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Two }));

        await page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("da");
        var dancers = page.GetByRole(AriaRole.Option).Nth(1);
        (await dancers.Locator("b").CountAsync()).ShouldBe(0);
        await dancers.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/about$"));
    }

    [Fact]
    public async Task Escape_closes_the_suggestions_and_keeps_what_was_typed()
    {
        await using var app = await CairnApp.StartAsync();
        var page = await OpenAsync(app, "/");
        await page.RouteAsync("**/suggest?*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Two }));
        var box = page.GetByRole(AriaRole.Combobox);

        await box.PressSequentiallyAsync("dat");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await box.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        (await box.InputValueAsync()).ShouldBe("dat");
    }

    [Fact]
    public async Task Without_suggestions_the_box_is_a_form_all_the_same()
    {
        await using var app = await CairnApp.StartAsync();
        var page = await OpenAsync(app, "/es", Dress.PhoneLight with { Scripts = false });

        await page.Locator("#q").FillAsync("enfermera & datos");
        await page.Locator("#q").PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/es/goals/new\\?q=enfermera\\+%26\\+datos$"));
    }

    [Fact]
    public async Task The_newest_question_replaces_the_older_and_the_address_follows()
    {
        await using var app = await CairnApp.StartAsync();
        var page = await OpenAsync(app, "/");
        var asked = new List<string>();
        var secondCame = new TaskCompletionSource();
        await page.RouteAsync("**/try*", async route =>
        {
            if (!route.Request.Headers.ContainsKey("x-fragment"))
            {
                await route.FulfillAsync(new() { ContentType = "text/html", Body = Plan });
                return;
            }
            asked.Add(new Uri(route.Request.Url).Query);
            // The first question is still open when the second arrives.
            if (asked.Count == 1) await secondCame.Task;
            else secondCame.SetResult();
            await route.FulfillAsync(new() { ContentType = "text/html", Body = $"<div data-fragment=plan><h1>{asked.Count}: {route.Request.Url}</h1></div><p data-replan-said>Plan for seven</p>" });
        });
        await page.GotoAsync("/try");
        var slider = page.Locator("#hours");

        var first = page.WaitForRequestAsync("**/try?hours=7");
        await slider.PressAsync("ArrowRight");
        await first;
        await slider.PressAsync("ArrowRight");

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("hours=8");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/try\\?hours=8$"));
        (await page.Locator("output").TextContentAsync()).ShouldBe("8 h");
        (await page.Locator("[data-replan-status]").TextContentAsync()).ShouldBe("Plan for seven");
        asked.ShouldBe(["?hours=7", "?hours=8"]);
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("hours");
    }

    [Fact]
    public async Task Back_undoes_a_step_and_a_slider_in_the_hand_is_one_step()
    {
        await using var app = await CairnApp.StartAsync();
        var page = await OpenAsync(app, "/");
        await page.RouteAsync("**/steps*", route =>
        {
            var hours = System.Web.HttpUtility.ParseQueryString(new Uri(route.Request.Url).Query)["hours"] ?? "6";
            return route.FulfillAsync(new() { ContentType = "text/html", Body = Steps.Replace("HOURS", hours, StringComparison.Ordinal) });
        });
        await page.GotoAsync("/steps");
        var slider = page.Locator("#hours");

        // In the hand it moves twice, and is let go.
        await slider.EvaluateAsync("s => { s.value = 7; s.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("7 hours");
        await slider.EvaluateAsync("s => { s.value = 9; s.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("9 hours");
        await slider.EvaluateAsync("s => { s.dispatchEvent(new Event('change', { bubbles: true })); }");
        await page.Locator("#free").CheckAsync();
        // A field that says nothing is not in the address.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/steps\\?price=free&hours=9$"));

        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/steps\\?hours=9$"));
        await Assertions.Expect(page.Locator("#free")).Not.ToBeCheckedAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/steps$"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("6 hours");
        await Assertions.Expect(slider).ToHaveValueAsync("6");
    }

    private async Task<IPage> OpenAsync(CairnApp app, string address, Dress? dress = null)
    {
        var browser = await chromium.StartAsync();
        var context = await browser.NewContextAsync((dress ?? Dress.DesktopLight).Options(app.Listen()));
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}
