using System.Globalization;
using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>A part of what the goal needs.</summary>
/// <param name="Held">On what evidence; nothing where it is missing.</param>
/// <param name="Weight">Any unit; parts are drawn as shares of their sum.</param>
/// <param name="Count">How many skills.</param>
internal sealed record GapPart(Stone? Held, double Weight, int Count);

/// <summary>What a goal needs, by evidence.</summary>
/// <param name="Parts">Strongest evidence first, missing last.</param>
/// <param name="Held">"Held: 11 of 20 skills", over the bar at the start.</param>
/// <param name="Missing">"Missing: 9", over the bar at the end.</param>
/// <param name="PlanReaches">A share from 0 to 1, where a plan is known.</param>
internal sealed record GapPicture(IReadOnlyList<GapPart> Parts, string Held, string Missing, double? PlanReaches);

/// <summary>One bar: what is held, by evidence, and what is missing.</summary>
internal static class GapBar
{
    private const double Space = 0.5;

    public static IHtmlContent Of(GapPicture gap, Texts t)
    {
        var parts = gap.Parts.Where(p => p.Weight > 0).ToList();
        var all = Math.Max(double.Epsilon, parts.Sum(p => p.Weight));
        var picture = new Element("svg").Class("chart").With("width", "100%").With("height", gap.PlanReaches is null ? 52 : 70).With("role", "img")
            .With("aria-label", string.Join("; ", parts.Select(p => $"{Name(p, t)}: {Share(p, all)}")))
            .Holding([.. Bars(parts, all), Over(gap.Held, 0, "start"), Over(gap.Missing, 100, "end"), .. Plan(gap.PlanReaches, t)]);
        return Figure.Of(picture, null, t, Figure.Table(t["What the goal needs, by evidence"],
            [new(t["Evidence"]), new(t["Skills"], IsNumber: true), new(t["Share by weight"], IsNumber: true)],
            parts.Select(p => (IReadOnlyList<Figure.Cell>)[new(Name(p, t)), new(p.Count.ToString("N0", CultureInfo.CurrentCulture)), new(Share(p, all))])));
    }

    private static IEnumerable<Element> Bars(List<GapPart> parts, double all)
    {
        var at = 0.0;
        foreach (var part in parts)
        {
            var wide = part.Weight / all * 100;
            yield return new Element("rect").Class(part.Held is { } stone ? $"s{(int)stone}" : "need")
                .Percent("x", at + Space / 2).Percent("width", Math.Max(0.4, wide - Space)).With("y", 26).With("height", 22).With("rx", 3);
            at += wide;
        }
    }

    private static Element Over(string words, double at, string anchor) =>
        new Element("text").Class("k").Percent("x", at).With("y", 16).With("text-anchor", anchor).Saying(words);

    private static IEnumerable<Element> Plan(double? reaches, Texts t)
    {
        if (reaches is not { } share) yield break;
        var at = Math.Clamp(share, 0, 1) * 100;
        yield return new Element("line").Class("want").Percent("x1", at).Percent("x2", at).With("y1", 20).With("y2", 52);
        yield return new Element("text").Percent("x", at).With("y", 66).With("text-anchor", at > 82 ? "end" : at < 18 ? "start" : "middle")
            .Saying(t["with this plan: {0:P0}", Math.Floor(share * 100) / 100]);
    }

    private static string Name(GapPart part, Texts t) => part.Held is { } stone ? EvidenceTagHelper.Name(stone, t) : t["Missing"];

    private static string Share(GapPart part, double all) => (part.Weight / all).ToString("P0", CultureInfo.CurrentCulture);
}
