using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>What the drawings of a page share: the hatchings "could not be checked" (dense) and "none in this catalogue" (open), and the outlines of badges.</summary>
internal static class Patterns
{
    public static readonly IHtmlContent All = new Element("svg").With("width", 0).With("height", 0).Class("vh").With("aria-hidden", "true")
        .Holding(new Element("defs").Holding(
            Hatching("hatch", 6, new Element("rect").Class("hatch-ground").With("width", 6).With("height", 6), new Element("path").Class("hatch-line").With("d", "M1.5 0v6")),
            Hatching("none", 7, new Element("path").Class("none-line").With("d", "M1 0v7"))).Holding(BadgeDrawing.Clips()));

    private static Element Hatching(string id, double size, params IHtmlContent[] lines) =>
        new Element("pattern").With("id", id).With("width", size).With("height", size)
            .With("patternUnits", "userSpaceOnUse").With("patternTransform", "rotate(45)").Holding(lines);
}
