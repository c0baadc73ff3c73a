using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>One plan in the picture.</summary>
/// <param name="Href">Opens the plan.</param>
/// <param name="Finish">The last day of its training.</param>
/// <param name="Cost">Out of pocket, minor units.</param>
/// <param name="Recognition">Points, where any evidence is at hand.</param>
/// <param name="Name">"Cheapest": only the few that have one.</param>
/// <param name="IsChosen">The one the page shows.</param>
internal sealed record FrontierPoint(string Href, DateOnly Finish, long Cost, int? Recognition, string? Name, bool IsChosen);

/// <summary>Plans that no other plan beats, by finish and cost.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Points">In any order; at least one.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Deadline">The day asked for, if any: a wish, drawn as a wash.</param>
/// <param name="IsComplete">
/// The solver proved that these are all: no plan finishes sooner than the soonest and none between is cheaper. Only then is the rest hatched.
/// </param>
/// <param name="RecognitionOf">The most a plan could have; sizes are shares of it.</param>
internal sealed record Frontier(
    string Id, IReadOnlyList<FrontierPoint> Points, string Currency, DateOnly? Deadline, bool IsComplete, int? RecognitionOf);

/// <summary>Cost against finish. Size is recognition, a point is a link, hatching is where this catalogue has nothing.</summary>
internal static class FrontierChart
{
    private const double Left = 2, Right = 98, Top = 50, Bottom = 300, Height = 352;

    public static IHtmlContent Of(Frontier frontier, Texts t)
    {
        var points = frontier.Points.OrderBy(p => p.Finish).ThenBy(p => p.Cost).ToList();
        if (points.Count == 0) throw new ArgumentException("A picture of plans needs a plan.", nameof(frontier));
        var x = Days(points, frontier.Deadline);
        var (tick, highest) = Scale(points.Max(p => p.Cost), MoneyText.Digits(frontier.Currency));
        double Y(long cost) => Bottom - (Bottom - Top) * Math.Min(1, cost / (double)highest);
        double Radius(FrontierPoint p) => p.Recognition is { } r && frontier.RecognitionOf is > 0 and { } of ? 5 + 6 * Math.Clamp(r / (double)of, 0, 1) : 7;

        var edge = Edge(points);
        var end = frontier.Deadline is { } deadline && deadline >= points[^1].Finish ? x.At(deadline) : Right;
        var picture = new Element("svg").Class("chart").With("width", "100%").With("height", Height).With("role", "group")
            .With("aria-labelledby", frontier.Id + "-title").With("aria-describedby", frontier.Id + "-desc")
            .Holding(
            [
                new Element("title").With("id", frontier.Id + "-title").Saying(t["Cost against finish date"]),
                new Element("desc").With("id", frontier.Id + "-desc").Saying(Described(points, frontier, t)),
                .. frontier.IsComplete ? Void(edge, x, Y, end) : [],
                .. Wish(frontier.Deadline, x, t),
                .. Money(tick, highest, frontier.Currency, Y),
                .. Calendar(x, t),
                .. Steps(edge, x, Y, end),
                frontier.IsComplete ? Void(edge, x, Y, end, t) : null,
                .. Dots(points, frontier, x, Y, Radius, [.. Lines(edge, x, Y, end), .. Figures(tick, highest, frontier.Currency, Y)], t),
            ]);
        return Figure.Of(picture, null, t, Table(points, frontier, t));
    }

    /// <summary>From the soonest on, the plans that are cheaper than all before them: the step line.</summary>
    internal static List<FrontierPoint> Edge(IEnumerable<FrontierPoint> byFinish)
    {
        var edge = new List<FrontierPoint>();
        foreach (var point in byFinish)
            if (edge.Count == 0 || point.Cost < edge[^1].Cost) edge.Add(point);
        return edge;
    }

    private static DayAxis Days(List<FrontierPoint> points, DateOnly? deadline)
    {
        var (first, last) = (points[0].Finish, points[^1].Finish);
        if (deadline > last) last = deadline.Value;
        var span = Math.Max(28, last.DayNumber - first.DayNumber);
        return new(first.AddDays(-span / 4), last.AddDays(span / 12), Left, Right);
    }

    /// <summary>Round steps of 1, 2 or 5, three to six of them, up to above the dearest plan.</summary>
    private static (long Tick, long Highest) Scale(long dearest, int digits)
    {
        var unit = (long)Math.Pow(10, digits);
        var tick = unit;
        while (dearest > tick * 5) tick = tick.ToString(System.Globalization.CultureInfo.InvariantCulture)[0] == '2' ? tick / 2 * 5 : tick * 2;
        return (tick, Math.Max(tick, (long)(Math.Ceiling(dearest * 1.02 / tick) * tick)));
    }

    private static IEnumerable<Element> Void(List<FrontierPoint> edge, DayAxis x, Func<long, double> y, double end)
    {
        yield return Block(Left, x.At(edge[0].Finish), Top);
        for (var i = 0; i < edge.Count; i++)
            yield return Block(x.At(edge[i].Finish), i + 1 < edge.Count ? x.At(edge[i + 1].Finish) : end, y(edge[i].Cost));
    }

    private static Element Block(double from, double to, double top) =>
        new Element("rect").Class("void").Percent("x", from).With("y", top).Percent("width", Math.Max(0, to - from)).With("height", Bottom - top);

    /// <summary>The words stand where the hatching goes on beside them, up to where a plan is cheaper than they are high.</summary>
    private static Element Void(List<FrontierPoint> edge, DayAxis x, Func<long, double> y, double end, Texts t)
    {
        const double at = 262;
        var i = edge.FindIndex(p => y(p.Cost) > at - 18);
        var free = (i < 0 ? end : x.At(edge[i].Finish)) - Left - 2;
        return new Element("text").Class("halo").Percent("x", Left + 2).With("y", at).Saying(WordWidth.Fitting(t["none in this catalogue"], Math.Max(60, free)));
    }

    private static IEnumerable<Element> Wish(DateOnly? deadline, DayAxis x, Texts t)
    {
        if (deadline is not { } day || day > x.To || day < x.From) yield break;
        var at = x.At(day);
        yield return new Element("rect").Class("mute").Percent("x", at).With("y", 34).Percent("width", Math.Max(0, Right - at)).With("height", Bottom - 34);
        yield return new Element("line").Class("axis").Percent("x1", at).Percent("x2", at).With("y1", 34).With("y2", Bottom);
        yield return new Element("text").Percent("x", Math.Max(at, 60)).With("y", 24).With("text-anchor", at > 60 ? "end" : "start").With("dx", at > 60 ? 12 : 0).Saying(t["your deadline"]);
    }

    private static IEnumerable<Element> Money(long tick, long highest, string currency, Func<long, double> y)
    {
        for (long cost = 0; cost <= highest; cost += tick)
        {
            yield return new Element("line").Class(cost == 0 ? "axis" : "grid").Percent("x1", Left).Percent("x2", Right).With("y1", y(cost)).With("y2", y(cost));
            yield return new Element("text").Class("halo").Percent("x", Left).With("y", y(cost) - 6).Saying(MoneyText.Of(cost, currency));
        }
    }

    private static IEnumerable<Element> Calendar(DayAxis x, Texts t)
    {
        yield return new Element("text").Percent("x", Left).With("y", 24).Saying(t["paid out of pocket"]);
        foreach (var (at, name) in x.Months(4))
        {
            yield return new Element("line").Class("axis").Percent("x1", at).Percent("x2", at).With("y1", Bottom).With("y2", Bottom + 6);
            if (at < 88) yield return new Element("text").Percent("x", at).With("dx", 4).With("y", Bottom + 22).Saying(name);
        }
        yield return new Element("text").Percent("x", Right).With("y", Bottom + 46).With("text-anchor", "end").Saying(t["finish, {0} →", x.From.Year == x.To.Year ? $"{x.To.Year}" : $"{x.From.Year}–{x.To.Year}"]);
    }

    private static IEnumerable<Element> Steps(List<FrontierPoint> edge, DayAxis x, Func<long, double> y, double end)
    {
        for (var i = 0; i < edge.Count; i++)
        {
            var (from, level) = (x.At(edge[i].Finish), y(edge[i].Cost));
            var to = i + 1 < edge.Count ? x.At(edge[i + 1].Finish) : end;
            yield return Step(from, to, level, level);
            if (i + 1 < edge.Count) yield return Step(to, to, level, y(edge[i + 1].Cost));
        }
    }

    private static IEnumerable<Box> Lines(List<FrontierPoint> edge, DayAxis x, Func<long, double> y, double end)
    {
        for (var i = 0; i < edge.Count; i++)
        {
            var (from, level) = (x.At(edge[i].Finish), y(edge[i].Cost));
            var to = i + 1 < edge.Count ? x.At(edge[i + 1].Finish) : end;
            yield return new(from, to, level - 1, level + 1);
            if (i + 1 < edge.Count) yield return new(to - 0.5, to + 0.5, level, y(edge[i + 1].Cost));
        }
    }

    private static IEnumerable<Box> Figures(long tick, long highest, string currency, Func<long, double> y)
    {
        for (long cost = 0; cost <= highest; cost += tick)
            yield return new(Left, Left + WordWidth.PercentOf(MoneyText.Of(cost, currency)), y(cost) - 18, y(cost) - 3);
    }

    private static Element Step(double x1, double x2, double y1, double y2) =>
        new Element("line").Class("step").Percent("x1", x1).Percent("x2", x2).With("y1", y1).With("y2", y2);

    private static IEnumerable<Element> Dots(
        List<FrontierPoint> points, Frontier frontier, DayAxis x, Func<long, double> y, Func<FrontierPoint, double> radius, List<Box> taken, Texts t)
    {
        taken.AddRange(points.Select(p => Box.Around(x.At(p.Finish), y(p.Cost), radius(p))));
        foreach (var point in points)
        {
            var (at, level, r) = (x.At(point.Finish), y(point.Cost), radius(point));
            var link = new Element("a").With("href", point.Href).With("aria-label", Said(point, frontier, t)).Holding(
                new Element("circle").Class("target").Percent("cx", at).With("cy", level).With("r", Math.Max(13, r)),
                new Element("circle").Class(point.IsChosen ? "dot on" : "dot").Percent("cx", at).With("cy", level).With("r", r));
            if (point.Name is { } name) link.Holding(Label(name, at, level, r, taken));
            yield return link;
        }
    }

    /// <summary>Beside, under or over the point: the first place where the words meet nothing on the narrowest screen.</summary>
    private static Element Label(string name, double at, double level, double r, List<Box> taken)
    {
        var wide = WordWidth.PercentOf(name);
        var gap = (r + 7) / WordWidth.Narrow * 100;
        (string Anchor, double Dx, double Y, Box Box)[] places =
        [
            ("end", -r - 7, level + 5, new(at - gap - wide, at - gap, level - 9, level + 9)),
            ("start", r + 7, level + 5, new(at + gap, at + gap + wide, level - 9, level + 9)),
            ("middle", 0, level + r + 18, new(at - wide / 2, at + wide / 2, level + r + 4, level + r + 22)),
            ("middle", 0, level - r - 9, new(at - wide / 2, at + wide / 2, level - r - 23, level - r - 4)),
            ("end", r, level + r + 18, new(at - wide, at, level + r + 4, level + r + 22)),
            ("start", -r, level - r - 9, new(at, at + wide, level - r - 23, level - r - 4)),
        ];
        var chosen = places.FirstOrDefault(p => p.Box.Inside && !taken.Any(p.Box.Meets), at > 50 ? places[0] : places[1]);
        taken.Add(chosen.Box);
        return new Element("text").Class("k").Percent("x", at).With("y", chosen.Y).With("dx", chosen.Dx).With("text-anchor", chosen.Anchor).Saying(name);
    }

    private static string Described(List<FrontierPoint> points, Frontier frontier, Texts t)
    {
        var (soonest, cheapest) = (points[0], points.MinBy(p => p.Cost)!);
        var count = t.Many(points.Count, "{0:N0} plan that no other plan beats.", "{0:N0} plans that no other plan beats.");
        var span = t["From {0} for {1} to {2} for {3}.", DateText.Of(soonest.Finish), MoneyText.Of(soonest.Cost, frontier.Currency), DateText.Of(cheapest.Finish), MoneyText.Of(cheapest.Cost, frontier.Currency)];
        return frontier.IsComplete ? $"{count} {span}" : $"{count} {span} {t["Not yet proven to be all."]}";
    }

    private static string Said(FrontierPoint point, Frontier frontier, Texts t)
    {
        var words = t["Finish {0}, {1} out of pocket", DateText.Of(point.Finish), MoneyText.Of(point.Cost, frontier.Currency)];
        if (point.Recognition is { } points && frontier.RecognitionOf is { } of) words += ", " + t["recognition {0} of {1}", points, of];
        return point.Name is null ? words : $"{point.Name}: {words}";
    }

    private static IHtmlContent Table(List<FrontierPoint> points, Frontier frontier, Texts t)
    {
        var recognised = frontier.RecognitionOf is not null;
        var columns = new List<Figure.Column> { new(t["Finish"]), new(t["Out of pocket"], IsNumber: true) };
        if (recognised) columns.Add(new(t["Recognition"], IsNumber: true));
        columns.Add(new(t["Called"]));
        return Figure.Table(t["Plans that no other plan beats"], columns, points.Select(p =>
        {
            var row = new List<Figure.Cell> { new(DateText.Of(p.Finish), p.Href), new(MoneyText.Of(p.Cost, frontier.Currency)) };
            if (recognised) row.Add(new(p.Recognition is { } r ? t["{0} of {1}", r, frontier.RecognitionOf!] : t["not known"]));
            row.Add(new(p.Name ?? ""));
            return row;
        }));
    }

    /// <summary>Left and right in percent of the narrowest drawing, top and bottom in pixels.</summary>
    private readonly record struct Box(double Left, double Right, double Top, double Bottom)
    {
        public static Box Around(double at, double level, double r) =>
            new(at - r / WordWidth.Narrow * 100, at + r / WordWidth.Narrow * 100, level - r, level + r);

        public bool Inside => Left >= 0 && Right <= 100 && Top >= 30 && Bottom <= FrontierChart.Bottom;

        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
