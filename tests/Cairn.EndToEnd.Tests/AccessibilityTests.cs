using Cairn.Testing;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Cairn.EndToEnd.Tests;

/// <summary>axe finds nothing on any page, and no page scrolls sideways. Each page once, by turns phone or desktop, light or dark; all four with --all.</summary>
public sealed class AccessibilityTests(Chromium chromium, AccessibilityTests.FilledSite site) : IClassFixture<AccessibilityTests.FilledSite>
{
    private static readonly string[] Pages =
    [
        "/", "/es", "/about", "/accessibility", "/nothing-here", "/goals/new", "/es/goals/new?route=advance",
        "/programs", "/programs?q=sql", "/programs?q=nothing-is-called-so", "/programs/all-fast", "/programs/old",
        "/skills", "/skills/" + LearnerCatalogue.Sql, "/skills/" + LearnerCatalogue.Abacus,
        "/occupations", "/es/occupations/" + LearnerCatalogue.Analyst, "/occupations/" + LearnerCatalogue.Analyst, "/occupations/onet:90-1011.00",
        "/providers", "/providers/harbor", "/compare?p=sql-cheap&p=all-fast", "/es/compare?p=old&p=no-price&p=nasty", "/compare",
        "/goals/new?occupation=" + LearnerCatalogue.Analyst, "/goals/new?skill=" + LearnerCatalogue.Sql, "/goals/new?q=data",
        "/es/goals/new?route=skill&skill=" + LearnerCatalogue.Sql + "&q=craft", "/goals/new?route=advance&present=" + LearnerCatalogue.Clerk,
        "/about/needs", "/es/programs", "/es/about", "/verify", "/es/verify",
    ];

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
        await using var context = await browser.NewContextAsync(dress.Options(site.Address));
        var page = await context.NewPageAsync();
        var answer = await page.GotoAsync(address);
        answer!.Status.ShouldBe(address == "/nothing-here" ? 404 : 200);

        await page.ShouldBeCleanAsync();
    }

    /// <summary>The product with a small catalogue, once: these tests only read.</summary>
    public sealed class FilledSite : IAsyncLifetime
    {
        private CairnApp? _app;

        public Uri Address { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _app = await CairnApp.StartAsync(fill: LearnerCatalogue.FillAsync);
            Address = _app.Listen();
        }

        public async ValueTask DisposeAsync() => await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
