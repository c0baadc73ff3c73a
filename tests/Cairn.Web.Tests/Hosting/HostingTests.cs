using System.Net;
using Cairn.Testing;
using Cairn.Web.Features.Explore.Search;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Hosting;

public sealed class HostingTests
{
    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task An_unsafe_request_from_another_site_is_refused(string site)
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/goals/new", UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", site);

        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unsafe_request_with_a_foreign_origin_and_no_fetch_metadata_is_refused()
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/goals/new", UriKind.Relative));
        request.Headers.Add("Origin", "https://elsewhere.example");

        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unsafe_request_that_does_not_say_where_it_comes_from_is_refused()
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/goals/new", UriKind.Relative));

        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unsafe_request_with_our_origin_and_no_fetch_metadata_is_answered()
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/goals/new", UriKind.Relative));
        request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_content_security_policy_allows_no_inline_script_and_no_third_party()
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();

        var policy = (await client.GetAsync(new Uri("/", UriKind.Relative))).Headers.GetValues("Content-Security-Policy").Single();

        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe-");
        policy.ShouldNotContain("http");
    }

    [Fact]
    public async Task Nothing_sets_a_cookie_before_sign_in()
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();

        (await client.GetAsync(new Uri("/", UriKind.Relative))).Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task The_health_page_is_200_once_the_product_is_ready()
    {
        await using var app = await CairnApp.StartAsync();
        using var client = app.CreateClient();
        await app.Services.GetRequiredService<SearchEngine>().IndexAsync(TestContext.Current.CancellationToken);

        (await client.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
