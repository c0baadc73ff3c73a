using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>
/// The picture of an achievement that has none: shape, colour and strata come from its id, the letters from its name, and one, two
/// or three stones at the foot say badge, certificate or a longer program. An id keeps its picture for ever.
/// </summary>
internal static class BadgeDrawing
{
    /// <summary>Mineral colours; white stands on each with a contrast of at least 8 to 1.</summary>
    internal static readonly string[] Colours = ["#1E5A49", "#34495A", "#7A3B22", "#66490F", "#3A4142", "#48561D", "#783536", "#17526A"];

    /// <summary>Circle, soft square, hexagon, shield, octagon, arch; each fills a square of 96.</summary>
    internal static readonly string[] Outlines =
    [
        "M92 48A44 44 0 1 1 4 48A44 44 0 1 1 92 48Z",
        "M48 5C79 5 91 17 91 48S79 91 48 91S5 79 5 48S17 5 48 5Z",
        RoundedPolygon(6, 46, 7, -Math.PI / 2),
        "M9 15Q8 10 13 9Q30 5 48 5T83 9Q88 10 87 15V44C87 67 72 83 51 91Q48 92 45 91C24 83 9 67 9 44Z",
        RoundedPolygon(8, 46, 6, Math.PI / 8),
        "M7 83V46C7 21 25 4 48 4S89 21 89 46V83Q89 91 81 91H15Q7 91 7 83Z",
    ];

    private static readonly (double Y, double Width, double Height)[][] Foot =
    [
        [(73, 17, 7)],
        [(77, 20, 7), (68.5, 13, 6)],
        [(79, 20, 6.5), (71.5, 14.5, 5.5), (65, 9, 4.5)],
    ];

    private static readonly HashSet<string> SmallWords = new(StringComparer.OrdinalIgnoreCase)
        { "a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "de", "del", "e", "el", "en", "la", "las", "los", "para", "por", "un", "una", "y" };

    /// <param name="id">Decides shape, colour and strata.</param>
    /// <param name="name">The letters come from it.</param>
    /// <param name="stones">1 badge, 2 certificate, 3 longer program.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="alt">Without it the picture is decoration: the name stands beside it.</param>
    public static IHtmlContent Of(string id, string name, int stones = 1, double size = 96, string? alt = null)
    {
        var random = new Seed(id);
        var shape = (int)(random.Next() * Outlines.Length);
        var colour = Colours[(int)(random.Next() * Colours.Length)];
        var tilt = random.Around() * 36;
        var letters = Monogram(name);
        return new Element("svg").Class("badge").With("viewBox", "0 0 96 96").With("width", size).With("height", size)
            .With("role", alt is null ? null : "img").With("aria-label", alt).With("aria-hidden", alt is null ? "true" : null)
            .Holding(
                new Element("g").With("clip-path", $"url(#{ClipId(shape)})").Holding(
                    new Element("path").With("d", Outlines[shape]).With("fill", colour),
                    new Element("g").With("transform", $"rotate({Element.Number(tilt)} 48 48)").With("fill", "#000").With("fill-opacity", ".13")
                        .Holding(Strata(ref random))),
                new Element("path").With("d", Outlines[shape]).With("transform", "translate(4.8 4.8) scale(.9)")
                    .With("fill", "none").With("stroke", "#fff").With("stroke-opacity", ".55").With("stroke-width", 1.4),
                new Element("text").With("x", 48).With("y", 53).With("text-anchor", "middle").With("fill", "#fff").With("font-family", "system-ui, sans-serif")
                    .With("font-weight", "700").With("font-size", new StringInfo(letters).LengthInTextElements > 2 ? 25 : 32).Saying(letters),
                new Element("g").With("fill", "#fff").Holding(Foot[Math.Clamp(stones, 1, 3) - 1].Select((stone, i) =>
                    new Element("path").With("transform", $"translate(48 {Element.Number(stone.Y)})").With("d", Pebble.Outline($"{id} {i}", stone.Width, stone.Height)))));
    }

    /// <summary>The outlines, once for a page, for all its badges to be cut from.</summary>
    internal static IEnumerable<Element> Clips() =>
        Outlines.Select((outline, i) => new Element("clipPath").With("id", ClipId(i)).Holding(new Element("path").With("d", outline)));

    /// <summary>A short word in capitals stands for itself (SQL); otherwise the first letters of the first two words that say something.</summary>
    internal static string Monogram(string name)
    {
        var words = name.Split([' ', '-', '/', ':', ',', '(', ')', '&', '.', '"', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsLetterOrDigit)).ToArray();
        var shout = words.Any(word => word.Any(char.IsLower))
            ? Array.Find(words, word => word.Length is 2 or 3 && word.All(char.IsUpper) && !SmallWords.Contains(word))
            : null;
        if (shout is not null) return shout;
        var telling = words.Where(word => !SmallWords.Contains(word)).DefaultIfEmpty(words.FirstOrDefault() ?? "").Take(2);
        var letters = new StringBuilder();
        foreach (var word in telling)
            letters.Append(StringInfo.GetNextTextElement(word.TrimStart(static c => !char.IsLetterOrDigit(c))).ToUpperInvariant());
        return letters.ToString();
    }

    private static string ClipId(int shape) => $"badge-{shape}";

    private static List<Element> Strata(ref Seed random)
    {
        var layers = new List<Element>();
        var y = 55 + random.Next() * 7;
        for (var i = 0; i < 3; i++)
        {
            layers.Add(new Element("path").With("d", $"M-24 {Element.Number(y)}q36 {Element.Number(random.Around() * 18)} 72 0t72 0V132H-24Z"));
            y += 8 + random.Next() * 7;
        }
        return layers;
    }

    private static string TrimStart(this string word, Func<char, bool> off)
    {
        var at = 0;
        while (at < word.Length && off(word[at])) at++;
        return word[at..];
    }

    private static string RoundedPolygon(int corners, double radius, double round, double turn)
    {
        var path = new StringBuilder();
        for (var i = 0; i < corners; i++)
        {
            var (here, before, after) = (Corner(i), Corner(i - 1), Corner(i + 1));
            var (into, away) = (Toward(here, before), Toward(here, after));
            path.Append(i == 0 ? 'M' : 'L').Append(Text(into)).Append('Q').Append(Text(here)).Append(' ').Append(Text(away));
        }
        return path.Append('Z').ToString();

        (double X, double Y) Corner(int i)
        {
            var (sin, cos) = Math.SinCos(turn + i * 2 * Math.PI / corners);
            return (48 + radius * cos, 48 + radius * sin);
        }

        (double X, double Y) Toward((double X, double Y) from, (double X, double Y) to)
        {
            var length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
            return (from.X + (to.X - from.X) * round / length, from.Y + (to.Y - from.Y) * round / length);
        }

        static string Text((double X, double Y) point) => $"{Element.Number(point.X)} {Element.Number(point.Y)}";
    }
}
