using AngleSharp.Dom;
using Cairn.Testing;
using Microsoft.AspNetCore.Hosting;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Explore;

/// <summary>What an occupation's page says it asks for is what a plan for it is made of.</summary>
public sealed class OccupationNeedsPageTests
{
    private const string Analyst = "/occupations/" + LearnerCatalogue.Analyst;

    [Fact]
    public async Task Planned_needs_stand_in_the_open_with_their_sources_in_words()
    {
        await using var app = await CairnApp.StartAsync(fill: LearnerCatalogue.FillAsync);

        var (_, page) = await app.GetPageAsync(Analyst);

        var rows = page.QuerySelectorAll("main table tbody tr").Where(row => row.Closest("details") is null).ToList();
        rows.Select(row => row.QuerySelector("th")!.TextContent.Trim()).ShouldBe(["SQL", "Python", "draw charts", "use an abacus"], ignoreOrder: true);
        rows.Single(row => row.TextContent.Contains("SQL", StringComparison.Ordinal)).TextContent.ShouldContain("O*NET: often asked for in this work");
        rows.Single(row => row.TextContent.Contains("charts", StringComparison.Ordinal)).TextContent.ShouldContain("ESCO: essential");
    }

    [Fact]
    public async Task A_need_that_nothing_here_teaches_says_none()
    {
        await using var app = await CairnApp.StartAsync(fill: LearnerCatalogue.FillAsync);

        var (_, page) = await app.GetPageAsync(Analyst);

        page.QuerySelectorAll("main table tbody tr").Single(row => row.TextContent.Contains("abacus", StringComparison.Ordinal))
            .QuerySelector("td.r")!.TextContent.Trim().ShouldBe("none");
    }

    [Fact]
    public async Task Generic_skills_stand_apart_with_the_rating_of_their_source()
    {
        await using var app = await CairnApp.StartAsync(fill: LearnerCatalogue.FillAsync);

        var (_, page) = await app.GetPageAsync(Analyst);

        page.QuerySelector("main details")!.TextContent.ShouldContain("importance 4.0 of 5, level 4.0 of 7");
    }

    [Fact]
    public async Task The_page_of_the_rule_says_the_numbers_of_this_installation()
    {
        await using var app = await CairnApp.StartAsync();
        await using var other = app.WithWebHostBuilder(builder => builder.UseSetting("Needs:Planned", "21"));
        using var client = other.CreateClient();

        (await client.GetStringAsync(new Uri("/about/needs", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("The 21 weightiest");
    }
}
