using System.Net;
using Cairn.Testing;
using Shouldly;
using Xunit;
using static Cairn.Testing.LearnerCatalogue;

namespace Cairn.Web.Tests.Hosting;

/// <summary>What no page of ours sends gets a plain refusal, never a fault.</summary>
public sealed class UnansweredRequestsTests : IAsyncLifetime
{
    private CairnApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await CairnApp.StartAsync(fill: FillAsync);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/goals/%20")]
    [InlineData("/goals/%20/plan")]
    [InlineData("/goals/%20/limits")]
    [InlineData("/plans/%20")]
    public async Task A_private_link_of_spaces_is_not_found(string address) =>
        (await _app.GetPageAsync(address)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("NONSENSE")]
    public async Task Another_method_on_a_page_is_not_allowed(string method)
    {
        using var client = _app.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/programs", UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_refused_method_is_explained_on_a_page()
    {
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        (await (await client.DeleteAsync(new Uri("/programs", UriKind.Relative))).Content.ReadAsStringAsync()).ShouldContain("This request could not be read");
    }

    [Theory]
    [InlineData("?handler=nonsense")]
    [InlineData("/plan?handler=nonsense")]
    [InlineData("/plan")]
    public async Task An_action_that_no_form_has_is_refused(string action) =>
        (await _app.PostFormAsync(await _app.StartGoalAsync() + action, [])).Response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("?handler=present", "Now")]
    [InlineData("/limits", "Limits.Hours")]
    [InlineData("/plan?handler=keep", "plan")]
    public async Task A_form_that_holds_a_zero_character_is_refused(string action, string field) =>
        (await _app.PostFormAsync(await _app.StartGoalAsync() + action, [new(field, "\0")])).Response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_empty_language_is_none() =>
        (await _app.PostFormAsync(await _app.StartGoalAsync() + "/limits", [new("Limits.WithLanguages", "true"), new("Limits.Languages", ""), new("Limits.Languages", "")])).Response.StatusCode.ShouldBe(HttpStatusCode.Redirect);

    [Fact]
    public async Task A_form_that_lacks_what_it_changes_is_refused() =>
        (await _app.PostFormAsync(await _app.StartGoalAsync() + "/plan?handler=accept", [new("dimension", "languages")])).Response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
}
