using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>A program at its place in a plan.</summary>
/// <param name="Name">As in the catalogue.</param>
/// <param name="Href">Its page, if it has one.</param>
/// <param name="Hours">Work the plan counts for it.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record PlannedProgram(string Name, string? Href, double Hours, DateOnly From, DateOnly To);

/// <summary>What is paid out of pocket in a month, minor units.</summary>
internal sealed record MonthPayment(DateOnly Month, long Amount);

/// <summary>A plan as weeks.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Programs">In the order of the plan; at least one.</param>
/// <param name="Payments">Months in which something is paid.</param>
/// <param name="Currency">ISO 4217.</param>
internal sealed record PlanWeeks(string Id, IReadOnlyList<PlannedProgram> Programs, IReadOnlyList<MonthPayment> Payments, string Currency);

/// <summary>Programs as bars by week, and under them the money by month.</summary>
internal static class PlanWeeksChart
{
    private const double FirstRow = 52, RowHeight = 46, BarHeight = 14, MoneyHeight = 68;

    public static IHtmlContent Of(PlanWeeks plan, Texts t)
    {
        if (plan.Programs.Count == 0) throw new ArgumentException("A picture of weeks needs a program.", nameof(plan));
        var from = plan.Programs.Min(p => p.From);
        var to = plan.Programs.Max(p => p.To);
        foreach (var payment in plan.Payments)
        {
            var lastOfMonth = payment.Month.AddMonths(1).AddDays(-1);
            if (payment.Month > to) to = lastOfMonth;
        }
        // A plan of one week still needs room for its words.
        if (to.DayNumber - from.DayNumber < 27) to = from.AddDays(27);
        var x = new DayAxis(Earlier(plan, from, to), to, 0, 100);
        var ground = FirstRow + RowHeight * plan.Programs.Count - 2;
        var total = MoneyText.Of(plan.Payments.Sum(p => p.Amount), plan.Currency);
        var height = plan.Payments.Count == 0 ? ground : ground + MoneyHeight + 30;

        var picture = new Element("svg").Class("chart").With("width", "100%").With("height", height).With("role", "img")
            .With("aria-labelledby", plan.Id + "-title").With("aria-describedby", plan.Id + "-desc")
            .Holding(
            [
                new Element("title").With("id", plan.Id + "-title").Saying(t["The plan by week, and what is paid each month"]),
                new Element("desc").With("id", plan.Id + "-desc").Saying(string.Join("; ", plan.Programs.Select(p => t["{0}, {1} to {2}", p.Name, DateText.Of(p.From), DateText.Of(p.To)]))),
                .. Months(x, height),
                .. plan.Programs.SelectMany((program, i) => Bar(program, FirstRow + RowHeight * i, x)),
                .. plan.Payments.Count == 0 ? [] : Money(plan, x, ground),
            ]);
        var caption = plan.Payments.Count == 0 ? null : t["Paid out of pocket, by month. {0} in all.", total];
        return Figure.Of(picture, caption, t, [Programs(plan, t), .. plan.Payments.Count == 0 ? [] : new[] { Payments(plan, t) }]);
    }

    /// <summary>A plan that begins on the last days of a month still shows what is paid in it: the axis begins early enough for the figure.</summary>
    private static DateOnly Earlier(PlanWeeks plan, DateOnly from, DateOnly to)
    {
        var paid = plan.Payments.FirstOrDefault(p => p.Amount > 0 && p.Month.Year == from.Year && p.Month.Month == from.Month);
        if (paid is null) return from;
        var next = paid.Month.AddMonths(1);
        var share = Math.Min(0.2, WordWidth.PercentOf(MoneyText.Of(paid.Amount, plan.Currency)) / 100 + 0.02);
        var need = (int)Math.Ceiling(share * (to.DayNumber - next.DayNumber) / (1 - share));
        var early = next.AddDays(-Math.Min(need, next.DayNumber - paid.Month.DayNumber));
        return early < from ? early : from;
    }

    private static IEnumerable<Element> Months(DayAxis x, double height)
    {
        foreach (var (at, name) in x.Months(6, alsoTheFirst: true))
        {
            yield return new Element("line").Class("grid").Percent("x1", at).Percent("x2", at).With("y1", 6).With("y2", height - 20);
            if (at < 96) yield return new Element("text").Class(at < 90 ? null : "only-wide").Percent("x", at).With("dx", 5).With("y", 18).Saying(name);
        }
    }

    private static IEnumerable<Element> Bar(PlannedProgram program, double y, DayAxis x)
    {
        var (start, end) = (x.At(program.From), x.At(program.To.AddDays(1)));
        yield return new Element("rect").Class("bar").Percent("x", start).Percent("width", Math.Max(0.8, end - start)).With("y", y).With("height", BarHeight).With("rx", 4);
        var (narrow, wide) = (Label(program, start, end, WordWidth.Narrow), Label(program, start, end, WordWidth.Wide));
        if (narrow == wide) yield return narrow.Draw(y, "s");
        else
        {
            yield return narrow.Draw(y, "s only-slim");
            yield return wide.Draw(y, "s only-wide");
        }
    }

    /// <summary>The name stands over its bar, from its start or back from its end, wherever it fits.</summary>
    private static BarLabel Label(PlannedProgram program, double start, double end, double drawing)
    {
        var hours = " " + HoursText.Of(program.Hours);
        var name = WordWidth.Fitting(program.Name, 100 - WordWidth.PercentOf(hours, drawing), drawing);
        var wide = WordWidth.PercentOf(name + hours, drawing);
        var (at, anchor) = start + wide <= 100 ? (start, "start") : end - wide >= 0 ? (end, "end") : start < 50 ? (0, "start") : (100, "end");
        return new(name, hours, at, anchor);
    }

    private readonly record struct BarLabel(string Name, string Hours, double At, string Anchor)
    {
        public Element Draw(double y, string shown) =>
            new Element("text").Class(shown).Percent("x", At).With("y", y - 7).With("text-anchor", Anchor)
                .Saying(Name).Holding(new Element("tspan").Class("q").Saying(Hours));
    }

    private static IEnumerable<Element> Money(PlanWeeks plan, DayAxis x, double ground)
    {
        yield return new Element("line").Class("axis").Percent("x1", 0).Percent("x2", 100).With("y1", ground).With("y2", ground);
        var most = Math.Max(1, plan.Payments.Max(p => p.Amount));
        var freeNarrow = 0.0;
        var freeWide = 0.0;
        foreach (var payment in plan.Payments.OrderBy(p => p.Month))
        {
            var (start, end) = (x.At(payment.Month), x.At(payment.Month.AddMonths(1)));
            var room = end - start;
            var high = MoneyHeight * payment.Amount / most;
            var at = start + room * 0.08;
            yield return new Element("rect").Class("bar b2").Percent("x", at).Percent("width", Math.Max(0.5, room * 0.6)).With("y", ground + 1).With("height", high);
            var words = MoneyText.Of(payment.Amount, plan.Currency);
            // A figure that would meet the one before it waits for a wider screen, or for the table.
            var narrow = at >= freeNarrow && at + WordWidth.PercentOf(words) <= 100;
            var wide = at >= freeWide;
            if (!narrow && !wide) continue;
            if (narrow) freeNarrow = at + WordWidth.PercentOf(words) + 2;
            freeWide = at + WordWidth.PercentOf(words, WordWidth.Wide) + 1;
            var anchored = at + WordWidth.PercentOf(words, WordWidth.Wide) > 100;
            yield return new Element("text").Class(narrow ? "s" : "s only-wide").Percent("x", anchored ? 100 : at).With("text-anchor", anchored ? "end" : "start")
                .With("y", ground + high + 19).Saying(words);
        }
    }

    private static IHtmlContent Programs(PlanWeeks plan, Texts t) => Figure.Table(t["Programs by date"],
        [new(t["Program"]), new(t["From"]), new(t["To"]), new(t["Work"], IsNumber: true)],
        plan.Programs.Select(p => (IReadOnlyList<Figure.Cell>)[new(p.Name, p.Href), new(DateText.Of(p.From)), new(DateText.Of(p.To)), new(HoursText.Of(p.Hours))]));

    private static IHtmlContent Payments(PlanWeeks plan, Texts t) => Figure.Table(t["Payments by month"],
        [new(t["Month"]), new(t["Out of pocket"], IsNumber: true)],
        plan.Payments.OrderBy(p => p.Month).Select(p => (IReadOnlyList<Figure.Cell>)[new(DateText.Month(p.Month)), new(MoneyText.Of(p.Amount, plan.Currency))]));
}
