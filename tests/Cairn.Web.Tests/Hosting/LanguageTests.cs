using System.Globalization;
using System.Net;
using Cairn.Testing;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Hosting;

public sealed class LanguageTests
{
    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_the_language_of_its_address()
    {
        await using var app = await CairnApp.StartAsync();

        var (english, page) = await app.GetPageAsync("/nowhere");
        english.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.ShouldBe("There is no page here");

        var (spanish, pagina) = await app.GetPageAsync("/es/nowhere?a=1");
        spanish.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        pagina.DocumentElement.GetAttribute("lang").ShouldBe("es");
        pagina.QuerySelector("h1")!.TextContent.ShouldBe("Aquí no hay ninguna página");
        pagina.QuerySelector("footer a[hreflang=en]")!.GetAttribute("href").ShouldBe("/nowhere?a=1");
    }

    [Fact]
    public async Task An_address_of_a_machine_has_no_language()
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();
        // It answers 200 once the search is there.
        await app.Services.GetRequiredService<SearchEngine>().IndexAsync(TestContext.Current.CancellationToken);

        (await client.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri("/es/healthz", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_error_page_itself_is_not_a_place_to_go()
    {
        await using var app = await CairnApp.StartAsync();

        (await app.GetPageAsync("/error/500")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_link_of_a_Spanish_page_stays_in_Spanish_and_every_file_has_one_address()
    {
        await using var app = await CairnApp.StartAsync();

        var (_, page) = await app.GetPageAsync("/es");

        page.QuerySelectorAll("a[href]:not(.skip):not([hreflang]), form[action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action"))
            .ShouldAllBe(address => address!.StartsWith("/es"));
        page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(e => e.GetAttribute("href")).ShouldAllBe(address => !address!.StartsWith("/es"));
        page.QuerySelectorAll("script").Select(e => e.GetAttribute("src")).ShouldAllBe(address => address!.StartsWith("/js/"));
    }

    [Theory]
    [InlineData("/about")]
    [InlineData("/accessibility")]
    [InlineData("/")]
    public async Task A_page_names_itself_in_the_other_language(string address)
    {
        await using var app = await CairnApp.StartAsync();
        var spanish = address == "/" ? "/es" : "/es" + address;

        var (response, page) = await app.GetPageAsync(address);
        var (_, pagina) = await app.GetPageAsync(spanish);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldNotBe(pagina.Title);
        page.Title!.ShouldEndWith(" · Cairn");
        foreach (var either in new[] { page, pagina })
            either.QuerySelectorAll("link[rel=alternate]").Select(l => (l.GetAttribute("hreflang"), new Uri(l.GetAttribute("href")!).AbsolutePath))
                .ShouldBe([("en", address), ("es", spanish), ("x-default", address)]);
        page.QuerySelector("footer a[hreflang]")!.GetAttribute("href").ShouldBe(spanish);
        pagina.QuerySelector("footer a[hreflang]")!.GetAttribute("href").ShouldBe(address);
    }

    [Fact]
    public async Task A_file_is_called_by_its_fingerprint_and_found()
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();
        var (_, page) = await app.GetPageAsync("/es/about");

        var sheet = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        sheet.ShouldMatch(@"^/cairn\.[a-z0-9]+\.css$");
        (await client.GetAsync(new Uri(sheet, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("en", "", "/", "/")]
    [InlineData("en", "", "/plans/1", "/plans/1")]
    [InlineData("es", "", "/", "/es")]
    [InlineData("es", "", "/plans/1", "/es/plans/1")]
    [InlineData("es", "/cairn", "/", "/cairn/es")]
    [InlineData("en", "/cairn", "/", "/cairn")]
    public void A_path_is_found_in_every_language_also_below_another_site(string language, string site, string path, string address) =>
        Languages.In(CultureInfo.GetCultureInfo(language), site, path).Value.ShouldBe(address);
}
