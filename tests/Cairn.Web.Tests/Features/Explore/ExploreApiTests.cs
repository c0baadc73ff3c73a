using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Explore;

public sealed class ExploreApiTests(ExploreApp explore) : IClassFixture<ExploreApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%00%1B")]
    [InlineData("?q=*&kind=nonsense&limit=-5")]
    [InlineData("?q=%22)(%5B&limit=99999999999")]
    public async Task Nothing_typed_and_signs_suggest_nothing(string query) => (await SuggestAsync(query)).GetArrayLength().ShouldBe(0);

    [Fact]
    public async Task Ten_thousand_letters_suggest_nothing_and_break_nothing() => (await SuggestAsync("?q=" + new string('q', 10_000))).GetArrayLength().ShouldBe(0);

    [Fact]
    public async Task A_suggestion_says_what_fits_and_where_it_leads()
    {
        var first = (await SuggestAsync("?q=truck+drivr&kind=occupation"))[0];

        first.GetProperty("kind").GetString().ShouldBe("occupation");
        first.GetProperty("id").GetString().ShouldBe("onet:53-3032.00");
        first.GetProperty("label").GetString().ShouldBe("Heavy and Tractor-Trailer Truck Drivers");
        first.GetProperty("detail").GetString()!.ShouldContain("also called Truck Driver");
        first.GetProperty("href").GetString().ShouldBe("/occupations/onet%3A53-3032.00");
    }

    [Fact]
    public async Task A_box_for_a_goal_leads_to_the_goal_in_the_language_of_the_reader()
    {
        (await SuggestAsync("?q=nurse&for=goal"))[0].GetProperty("href").GetString().ShouldBe("/goals/new?occupation=onet%3A29-1141.00");
        (await SuggestAsync("?q=nurse", "/es/suggest"))[0].GetProperty("href").GetString().ShouldBe("/es/occupations/onet%3A29-1141.00");
    }

    [Fact]
    public async Task Kind_and_limit_are_kept()
    {
        (await SuggestAsync("?q=n&kind=occupation&limit=1")).GetArrayLength().ShouldBeLessThanOrEqualTo(1);
        (await SuggestAsync("?q=python&kind=skill")).EnumerateArray().ShouldAllBe(item => item.GetProperty("kind").GetString() == "skill");
        (await SuggestAsync("?q=python&kind=occupation")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Programs_come_with_facts_counts_and_their_address()
    {
        var answer = await GetAsync("/api/programs?price=100&utm=x&q=python&size=1");

        answer.GetProperty("total").GetInt32().ShouldBe(1);
        answer.GetProperty("address").GetString().ShouldBe("/api/programs?q=python&price=100");
        var program = answer.GetProperty("programs")[0];
        program.GetProperty("price").GetInt64().ShouldBe(8500);
        program.GetProperty("covers")[0].GetString().ShouldBe("onet-tech:python");
        program.GetProperty("mayCover")[0].GetString().ShouldBe("esco:bookkeeping");
        answer.GetProperty("facets").GetProperty("kind").EnumerateArray().ShouldContain(value => value.GetProperty("value").GetString() == "certificate");
    }

    [Fact]
    public async Task The_answer_says_how_many_a_page_holds_when_more_were_asked_for() =>
        (await GetAsync("/api/programs?size=1000")).GetProperty("size").GetInt32().ShouldBe(100);

    [Fact]
    public async Task What_is_unknown_is_null()
    {
        var program = (await GetAsync("/api/programs?q=anything")).GetProperty("programs")[0];

        program.GetProperty("price").ValueKind.ShouldBe(JsonValueKind.Null);
        program.GetProperty("hours").ValueKind.ShouldBe(JsonValueKind.Null);
        program.GetProperty("priceKind").GetString().ShouldBe("Unknown");
    }

    [Fact]
    public async Task An_absurd_question_is_answered_with_what_was_left_out()
    {
        var answer = await GetAsync("/api/programs?page=99999999999999&level=seven");

        answer.GetProperty("page").GetInt32().ShouldBe(answer.GetProperty("pages").GetInt32());
        answer.GetProperty("remarks").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("/suggest?q=nurse")]
    [InlineData("/api/programs?q=python")]
    public async Task Head_is_answered_as_get_is(string address)
    {
        using var client = explore.App.CreateClient();
        await ReadyAsync(client);
        using var get = await client.GetAsync(new Uri(address, UriKind.Relative));
        using var ask = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
        using var head = await client.SendAsync(ask);

        (head.StatusCode, head.Content.Headers.ContentType).ShouldBe((get.StatusCode, get.Content.Headers.ContentType));
    }

    private Task<JsonElement> SuggestAsync(string query, string path = "/suggest") => GetAsync(path + query);

    private async Task<JsonElement> GetAsync(string address)
    {
        using var client = explore.App.CreateClient();
        await ReadyAsync(client);
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    // A page waits for the first index; a text box does not.
    private static async Task ReadyAsync(HttpClient client)
    {
        using var page = await client.GetAsync(new Uri("/programs", UriKind.Relative));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
