using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Cairn.Credentials;
using Cairn.Testing;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Verification;

/// <summary>The page on which anyone checks an award. Today is 24 November 2026.</summary>
public sealed class VerifyPageTests(VerifyPageTests.Site site) : IClassFixture<VerifyPageTests.Site>
{
    [Fact]
    public async Task Nothing_handed_in_is_asked_for()
    {
        var page = await PasteAsync("  ");

        page.QuerySelector(".errs")!.TextContent.ShouldContain("Paste an award, or choose its file.");
    }

    [Fact]
    public async Task An_address_is_not_opened_and_the_page_says_so() =>
        (await PasteAsync("https://example.org/award.json")).QuerySelector(".errs")!.TextContent.ShouldContain("does not open addresses of other sites");

    [Fact]
    public async Task What_is_no_award_is_refused_in_plain_words() =>
        (await PasteAsync("certificate of attendance")).QuerySelector(".errs")!.TextContent.ShouldContain("no JSON, no signed text, no picture");

    [Fact]
    public async Task A_picture_without_an_award_inside_is_refused() =>
        (await HandInAsync("badge.png", Awards.Picture)).QuerySelector(".errs")!.TextContent.ShouldContain("no picture with an award inside");

    [Theory]
    [InlineData(17)]
    [InlineData(40)]
    public async Task A_file_that_is_too_large_is_refused_in_one_sentence(int megabytes) =>
        (await HandInAsync("award.json", new byte[megabytes * 1024 * 1024])).QuerySelectorAll(".errs li").Single().TextContent.ShouldBe("The file is larger than 16 MB. No award is.");

    [Fact]
    public async Task A_request_from_another_site_is_refused()
    {
        using var client = site.App.CreateClient();
        using var form = new FormUrlEncodedContent([new("Award", Awards.Signed().ToJsonString())]);

        (await client.PostAsync(new Uri("/verify", UriKind.Relative), form, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_changed_award_is_not_signed_by_who_it_says_and_nothing_of_it_is_shown_as_fact()
    {
        var page = await PasteAsync(Awards.Signed().ToJsonString().Replace("180 hours", "18 hours", StringComparison.Ordinal));

        Title(page).ShouldBe("Not signed by who it says: it was changed after it was signed");
        Row(page, "Issuer").ShouldBe("na: Not looked at, because the signature failed.");
        page.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldNotContain("The award");
        page.QuerySelector("details dl.facts")!.TextContent.ShouldContain("18 hours");
        page.QuerySelector("h1, .lead, .checksv")!.TextContent.ShouldNotContain("Harbor State");
    }

    [Fact]
    public async Task A_sound_award_says_who_signed_it_and_that_anyone_can_make_such_a_key()
    {
        var page = await PasteAsync(Awards.Signed().ToJsonString());

        Title(page).ShouldBe("Signed by a key that calls itself “Harbor State University” on 14 March 2026, unchanged");
        page.QuerySelector(".ans")!.ClassList.ShouldContain("warn");
        Row(page, "Signature").ShouldBe("pass: It was signed on 14 March 2026, and nothing in it has changed since.");
        Row(page, "Dates").ShouldBe("pass: Today lies within its dates, 1 January 2026 to 31 December 2027.");
        Row(page, "Holder").ShouldStartWith("warn: Not compared.");
        page.QuerySelector(".vaw dl")!.TextContent.ShouldContain("Community Interpreting");
    }

    [Fact]
    public async Task A_list_that_would_have_to_be_fetched_could_not_be_checked_and_is_never_green()
    {
        var page = await PasteAsync(Awards.Signed(award => award["credentialStatus"] = JsonNode.Parse("""
            { "id": "https://harbor.example/status/1#94567", "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "94567", "statusListCredential": "https://harbor.example/status/1" }
            """)).ToJsonString());

        Title(page).ShouldEndWith("but one thing could not be checked");
        Row(page, "Taken back?").ShouldStartWith("unknown: Could not be checked");
    }

    [Fact]
    public async Task An_expired_award_is_said_to_be_a_real_one()
    {
        var page = await PasteAsync(Awards.Signed(award => award["validUntil"] = "2026-06-30T00:00:00Z").ToJsonString());

        Title(page).ShouldEndWith("expired on 30 June 2026");
        Row(page, "Dates").ShouldBe("fail: It expired on 30 June 2026. An expired award is still a real award.");
    }

    [Theory]
    [InlineData("ana@example.org", "pass: The award is for “ana@example.org”, whom you named.")]
    [InlineData("someone@else.example", "fail: The award is not for “someone@else.example”.")]
    public async Task The_holder_is_compared_when_one_is_named(string holder, string said) =>
        Row(await PasteAsync(Awards.Signed().ToJsonString(), holder), "Holder").ShouldBe(said);

    [Fact]
    public async Task An_award_inside_a_picture_is_found()
    {
        var page = await HandInAsync("badge.png", Baking.Bake(Awards.Picture, Awards.Signed().Utf8()));

        Row(page, "Signature").ShouldStartWith("pass: ");
    }

    [Fact]
    public async Task Markup_and_signs_that_turn_text_around_are_shown_as_what_they_are()
    {
        var page = await PasteAsync(Awards.Signed(award =>
        {
            award["issuer"]!["name"] = "Har\u202Evard";
            award["credentialSubject"]!["achievement"]!["name"] = "<script>alert(1)</script>";
        }).ToJsonString());

        Title(page).ShouldContain("“Har\uFFFDvard”");
        page.QuerySelector(".vaw dd")!.TextContent.ShouldBe("<script>alert(1)</script>");
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_needs_joiners_keeps_them() =>
        Title(await PasteAsync(Awards.Signed(award => award["issuer"]!["name"] = "می\u200Cخواهم").ToJsonString())).ShouldContain("“می\u200Cخواهم”");

    [Fact]
    public async Task The_report_is_a_download_that_names_the_file_by_its_fingerprint()
    {
        var award = Awards.Signed().ToJsonString();

        var report = ReportOf(await PasteAsync(award));

        report["verdict"]!.GetValue<string>().ShouldBe("valid");
        report["checkedAt"]!.GetValue<string>().ShouldBe("2026-11-24T09:00:00Z");
        report["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(award))));
    }

    [Fact]
    public async Task Nothing_of_an_answer_is_kept_by_anyone_between()
    {
        var (response, _) = await site.App.PostFormAsync("/verify", [new("Award", Awards.Signed().ToJsonString())]);

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Spanish_says_it_in_Spanish() =>
        Title((await site.App.PostFormAsync("/es/verify", [new("Award", Awards.Signed().ToJsonString())])).Page)
            .ShouldBe("Firmado por una clave que se llama a sí misma «Harbor State University» el 14 de marzo de 2026, sin cambios");

    private async Task<IHtmlDocument> PasteAsync(string award, string holder = "")
    {
        var (response, page) = await site.App.PostFormAsync("/verify", [new("Award", award), new("Holder", holder)]);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    private async Task<IHtmlDocument> HandInAsync(string name, byte[] file)
    {
        using var client = site.App.CreateClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "AwardFile", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/verify", UriKind.Relative)) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await CairnApp.ParseAsync(await client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    private static string Title(IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;

    /// <summary>The mark of a row and what it says.</summary>
    private static string Row(IHtmlDocument page, string name)
    {
        var row = page.QuerySelectorAll(".checksv > li").Single(row => row.QuerySelector(".v")!.TextContent.StartsWith(name + ":", StringComparison.Ordinal));
        return $"{row.ClassName}: {row.QuerySelector("p")!.TextContent}";
    }

    private static JsonObject ReportOf(IHtmlDocument page)
    {
        var link = page.QuerySelector("a[download]")!.GetAttribute("href")!;
        return JsonNode.Parse(Convert.FromBase64String(link[(link.IndexOf(',', StringComparison.Ordinal) + 1)..]))!.AsObject();
    }

    /// <summary>The product, once: these tests keep nothing in it.</summary>
    public sealed class Site : IAsyncLifetime
    {
        internal CairnApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await CairnApp.StartAsync();

        public async ValueTask DisposeAsync() => await App.DisposeAsync();
    }
}
