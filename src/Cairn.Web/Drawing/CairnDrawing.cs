using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>One award in a cairn. Its area grows with its hours.</summary>
internal sealed record CairnStone(string Id, double Hours, Stone Fill);

/// <summary>Stones that add up: the mark, the empty state, a person's progress.</summary>
internal static class CairnDrawing
{
    private const double Gap = 3;

    /// <summary>Three stones, drawn by hand; also in wwwroot/mark.svg.</summary>
    private static readonly string[] MarkStones =
    [
        "M11.2 6.4c-.5-2.9 2-4.9 5.2-4.9 3.1 0 5.3 1.5 5.1 4.1-.2 2.4-2.5 3.7-5.3 3.7-2.9 0-4.7-.9-5-2.9z",
        "M5.6 16.3c-.6-3.3 3.3-5.1 9.8-5.3 6.8-.2 11.4 1 11.7 4.2.3 3.3-4 4.6-10.6 4.6-6.6.1-10.4-.7-10.9-3.5z",
        "M1.3 26.3c-.3-3.8 4.5-5.2 14.2-5.2 10.3 0 15.2 1.4 15.2 5 0 3.5-4.7 4.5-14.8 4.5-10 0-14.3-.8-14.6-4.3z",
    ];

    public static IHtmlContent Mark(double size = 28) =>
        new Element("svg").With("viewBox", "0 0 32 32").With("width", size).With("height", size).With("fill", "currentColor").With("aria-hidden", "true")
            .Holding(MarkStones.Select(d => new Element("path").With("d", d)));

    /// <summary>
    /// A cairn of these stones, the largest below. <paramref name="unit"/> is the width in pixels of a stone of one hour.
    /// A stone that is too small to see is drawn at a size that can be seen.
    /// </summary>
    public static IHtmlContent Of(IEnumerable<CairnStone> stones, string title, double width = 300, double unit = 15)
    {
        var drawn = new List<IHtmlContent>();
        var middle = width / 2;
        var top = 0.0;
        foreach (var stone in stones.OrderByDescending(s => s.Hours).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            var random = new Seed(stone.Id + " in a cairn");
            var across = Math.Clamp(unit * Math.Sqrt(Math.Max(stone.Hours, 0)) * 1.06, 40, width * 0.84);
            var high = Math.Max(15, across * (0.29 + random.Next() * 0.06));
            var aside = random.Around() * Math.Min(22, across * 0.16);
            drawn.Add(Laid(stone, middle + aside, top - high / 2, across, high));
            top -= high + Gap;
        }
        var height = 24 - top;
        var ground = new Element("path").Class("ground").With("d", $"M{Element.Number(width * 0.04)} 1H{Element.Number(width * 0.96)}");
        return new Element("svg").Class("chart").With("viewBox", $"0 {Element.Number(top - 8)} {Element.Number(width)} {Element.Number(height)}")
            .With("width", width).With("height", height).With("role", "img").With("aria-label", title)
            .Holding([ground, .. drawn]);
    }

    /// <summary>Stones that nobody has laid yet: where a list is empty.</summary>
    public static IHtmlContent None(Texts t) =>
        Of([new("first", 60, Stone.OwnWord), new("second", 26, Stone.OwnWord), new("third", 8, Stone.OwnWord)], t["A cairn of which no stone is laid"], width: 150);

    /// <summary>The stone alone, as it stands in a legend or beside a skill.</summary>
    public static IHtmlContent Pip(Stone fill) =>
        new Element("svg").With("viewBox", "-12 -8 24 16").With("width", 22).With("height", 15).With("aria-hidden", "true")
            .Holding(Shape("pip", fill, 21, 13));

    internal static IEnumerable<IHtmlContent?> Shape(string seed, Stone fill, double width, double height) =>
    [
        new Element("path").Class($"s{(int)fill}").With("d", Pebble.Outline(seed, width, height)),
        fill == Stone.Completed ? new Element("path").Class("stratum").With("d", Pebble.Stratum(width, height)) : null,
    ];

    private static Element Laid(CairnStone stone, double x, double y, double width, double height) =>
        new Element("g").With("transform", $"translate({Element.Number(x)} {Element.Number(y)})")
            .Holding(Shape(stone.Id, stone.Fill, width, height));
}
