using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>Three levels of one skill: what is held, what is missing up to the level needed, and the mark where the need ends.</summary>
internal static class LevelBar
{
    private const int Levels = 3;
    private const double Room = 100.0 / Levels, Wide = Room - 1.6;

    /// <param name="needed">1 to 3, or nothing where the source names no level: then there is one bar and no mark.</param>
    /// <param name="held">0 to 3.</param>
    /// <param name="stone">On what evidence it is held.</param>
    /// <param name="said">The same in words: "Working needed; introductory held".</param>
    public static IHtmlContent Of(int? needed, int held, Stone stone, string said)
    {
        var bar = new Element("svg").Class("chart").With("width", "100%").With("height", 24).With("role", "img").With("aria-label", said);
        if (needed is not { } need) return bar.Holding(Part(0, 98.4, held > 0 ? Fill(stone) : "need"));
        for (var level = 1; level <= Levels; level++)
            bar.Holding(Part((level - 1) * Room, Wide, level <= held ? Fill(stone) : level <= need ? "need" : "mute"));
        var mark = Math.Clamp(need, 1, Levels) * Room - 0.8;
        return bar.Holding(new Element("line").Class("want").Percent("x1", mark).Percent("x2", mark).With("y1", 0).With("y2", 24));
    }

    private static string Fill(Stone stone) => $"s{(int)stone}";

    private static Element Part(double x, double width, string fill) =>
        new Element("rect").Class(fill).Percent("x", x).With("y", 4).Percent("width", width).With("height", 16).With("rx", 3);
}
