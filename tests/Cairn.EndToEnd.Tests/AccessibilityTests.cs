using Cairn.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Cairn.EndToEnd.Tests;

/// <summary>axe finds nothing on any page, and no page scrolls sideways. Each page once, by turns phone or desktop, light or dark; all four with --all.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly string[] Pages = ["/", "/es", "/about", "/accessibility", "/nothing-here", "/goals/new", "/es/goals/new?route=advance"];

    public static TheoryData<string, Dress> PagesInDress()
    {
        var all = Environment.GetEnvironmentVariable("CAIRN_TEST_LENGTH") == "long";
        var data = new TheoryData<string, Dress>();
        foreach (var (page, i) in Pages.Select((page, i) => (page, i)))
        {
            foreach (var dress in all ? Dress.All : [Dress.All[i % Dress.All.Count]])
                data.Add(page, dress);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesInDress), DisableDiscoveryEnumeration = true)]
    public async Task A_page_is_clean_for_axe_and_does_not_scroll_sideways(string address, Dress dress)
    {
        var browser = await chromium.StartAsync();
        await using var app = await CairnApp.StartAsync();
        var site = app.Listen();
        await using var context = await browser.NewContextAsync(dress.Options(site));
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);

        var found = await page.RunAxe();
        found.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Html))})").ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
    }
}
