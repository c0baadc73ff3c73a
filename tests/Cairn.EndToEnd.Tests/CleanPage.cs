using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Cairn.EndToEnd.Tests;

/// <summary>What every page must be, whatever is on it: axe finds nothing, and it does not scroll sideways.</summary>
internal static class CleanPage
{
    /// <param name="page">The page as it stands.</param>
    /// <param name="unfold">Opens what is folded, and leaves it open. Not in the middle of a journey.</param>
    public static async Task ShouldBeCleanAsync(this IPage page, bool unfold = true)
    {
        if (unfold)
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(folded => folded.open = true)");
        var found = await page.RunAxe();
        found.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Html))})").ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, page.Url);
    }
}
