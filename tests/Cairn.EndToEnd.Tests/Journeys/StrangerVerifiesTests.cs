using Cairn.Credentials;
using Cairn.Testing;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Cairn.EndToEnd.Tests.Journeys;

/// <summary>Someone without an account checks a picture that was sent to them, and then one that was tampered with. Real browser, files as a person chooses them.</summary>
public sealed class StrangerVerifiesTests(Chromium chromium)
{
    [Fact]
    public async Task A_stranger_checks_a_picture_saves_the_report_and_then_checks_a_changed_file()
    {
        await using var app = await CairnApp.StartAsync();
        await using var context = await (await chromium.StartAsync()).NewContextAsync(Dress.PhoneLight.Options(app.Listen()));
        var page = await context.NewPageAsync();
        var award = Awards.Signed();

        await page.GotoAsync("/verify");
        await ChooseAsync(page, "badge.png", "image/png", Baking.Bake(Awards.Picture, award.Utf8()));

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("unchanged");
        await page.ShouldBeCleanAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Save this report" }).ClickAsync());
        saved.SuggestedFilename.ShouldBe("cairn-report.json");

        award["name"] = "Something else";
        await ChooseAsync(page, "award.json", "application/json", award.Utf8());

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Not signed by who it says");
        await page.ShouldBeCleanAsync();
    }

    [Fact]
    public async Task Without_scripts_in_the_dark_a_pasted_award_is_checked_and_the_page_is_clean()
    {
        await using var app = await CairnApp.StartAsync();
        await using var context = await (await chromium.StartAsync()).NewContextAsync((Dress.DesktopDark with { Scripts = false }).Options(app.Listen()));
        var page = await context.NewPageAsync();

        await page.GotoAsync("/verify");
        await page.GetByLabel("The text of an award").FillAsync(Awards.Signed().ToJsonString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Check it" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("unchanged");
    }

    private static async Task ChooseAsync(IPage page, string name, string type, byte[] file)
    {
        await page.GetByLabel("Or its file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = file });
        await page.GetByRole(AriaRole.Button, new() { Name = "Check this file" }).ClickAsync();
    }
}
