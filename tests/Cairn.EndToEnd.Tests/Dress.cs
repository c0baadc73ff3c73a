using Microsoft.Playwright;

namespace Cairn.EndToEnd.Tests;

/// <summary>How a page is looked at: phone or desktop, light or dark, with or without scripts.</summary>
public sealed record Dress(bool Phone, bool Dark, bool Scripts = true)
{
    public static Dress DesktopLight { get; } = new(Phone: false, Dark: false);

    public static Dress DesktopDark { get; } = new(Phone: false, Dark: true);

    public static Dress PhoneLight { get; } = new(Phone: true, Dark: false);

    public static Dress PhoneDark { get; } = new(Phone: true, Dark: true);

    public static IReadOnlyList<Dress> All { get; } = [DesktopLight, PhoneDark, DesktopDark, PhoneLight];

    internal BrowserNewContextOptions Options(Uri site) => new()
    {
        BaseURL = site.ToString(),
        ViewportSize = Phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 900 },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = Scripts,
        Locale = "en-US",
        ReducedMotion = ReducedMotion.Reduce,
    };

    public override string ToString() => $"{(Phone ? "phone" : "desktop")}, {(Dark ? "dark" : "light")}{(Scripts ? "" : ", no scripts")}";
}
