using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>What a check found. Each has its own outline, so colour is never needed to tell them apart.</summary>
public enum Verdict
{
    /// <summary>Passed: a disc with a tick.</summary>
    Pass,

    /// <summary>Failed: an octagon with a cross.</summary>
    Fail,

    /// <summary>Could not be checked: a broken ring with a question mark.</summary>
    Unknown,

    /// <summary>Attention: a triangle.</summary>
    Warn,

    /// <summary>Does not apply: a dash.</summary>
    NotApplicable,
}

internal static class VerdictDrawing
{
    public static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        Verdict.Unknown => "unknown",
        Verdict.Warn => "warn",
        _ => "na",
    };

    public static IHtmlContent Icon(Verdict verdict) =>
        new Element("svg").With("viewBox", "0 0 24 24").With("aria-hidden", "true").Holding(Parts(verdict));

    private static IEnumerable<IHtmlContent> Parts(Verdict verdict) => verdict switch
    {
        Verdict.Pass => [Filled("M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z"), Cut("M7 12.5l3.6 3.6 6.6-7.6")],
        Verdict.Fail => [Filled("M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z"), Cut("M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6")],
        Verdict.Unknown =>
        [
            new Element("circle").With("cx", 12).With("cy", 12).With("r", 10).With("fill", "none").With("stroke", "currentColor").With("stroke-width", 2).With("stroke-dasharray", "4 2.28"),
            Line("M9 9.6a3 2.9 0 1 1 4.7 2.4c-1.2.8-1.7 1.2-1.7 2.2", 2.2), Dot("M12 16.2a1.3 1.3 0 1 0 0 2.6a1.3 1.3 0 1 0 0-2.6z", "currentColor"),
        ],
        Verdict.Warn => [Filled("M10.3 2.3a2 2 0 0 1 3.4 0l9.5 17.2a2 2 0 0 1-1.7 3h-19a2 2 0 0 1-1.7-3z"), Cut("M12 8.6v5.8"), Dot("M12 16.7a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z", "var(--paper)")],
        _ => [Line("M6 12h12", 2.4)],
    };

    private static Element Filled(string path) => Dot(path, "currentColor");

    private static Element Dot(string path, string fill) => new Element("path").With("d", path).With("fill", fill);

    private static Element Cut(string path) => Stroke(path, "var(--paper)", 2.6);

    private static Element Line(string path, double width) => Stroke(path, "currentColor", width);

    private static Element Stroke(string path, string colour, double width) =>
        new Element("path").With("d", path).With("fill", "none").With("stroke", colour).With("stroke-width", width)
            .With("stroke-linecap", "round").With("stroke-linejoin", "round");
}
