using Microsoft.Playwright;
using Xunit;

namespace Cairn.EndToEnd.Tests;

/// <summary>One real browser for all journeys: the system's Chromium, or the one at <c>CAIRN_TEST_CHROMIUM</c>.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A browser to open pages in. Skips the test with the reason where there is none; on a build server that is a failure.</summary>
    internal async Task<IBrowser> StartAsync()
    {
        if (FindExecutable() is not { } executable)
        {
            const string WhyNot = "Chromium is not installed. Run ./test, or set CAIRN_TEST_CHROMIUM to its path.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(WhyNot);
            Assert.Skip(WhyNot);
            return null!;
        }

        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = executable,
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private static string? FindExecutable()
    {
        string?[] places = [Environment.GetEnvironmentVariable("CAIRN_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        return places.FirstOrDefault(File.Exists);
    }
}
