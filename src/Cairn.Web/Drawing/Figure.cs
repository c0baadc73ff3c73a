using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>A picture of numbers and, folded under it, the same numbers as a table.</summary>
internal static class Figure
{
    /// <param name="Words">Heading of the column.</param>
    /// <param name="IsNumber">Numbers stand at the end of their column.</param>
    internal readonly record struct Column(string Words, bool IsNumber = false);

    /// <summary>A cell: words, or words that lead somewhere.</summary>
    internal readonly record struct Cell(string Words, string? Href = null);

    public static IHtmlContent Of(IHtmlContent picture, string? caption, Texts t, params IEnumerable<IHtmlContent> tables) =>
        new Element("figure").Class("fig").Holding(
            picture,
            new Element("figcaption").Holding(
                caption is null ? null : new Element("p").Saying(caption),
                new Element("details").Holding([new Element("summary").Saying(t["The same as a table"]), .. tables])));

    public static IHtmlContent Table(string caption, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Cell>> rows) =>
        new Element("table").Class("tbl").Holding(
            new Element("caption").Class("small").Saying(caption),
            new Element("thead").Holding(new Element("tr").Holding(columns.Select(column =>
                new Element("th").With("scope", "col").Class(column.IsNumber ? "r" : null).Saying(column.Words)))),
            new Element("tbody").Holding(rows.Select(row => new Element("tr").Holding(row.Select((cell, i) =>
                Worded(i == 0 ? new Element("th").With("scope", "row") : new Element("td"), columns[i].IsNumber, cell))))));

    private static Element Worded(Element element, bool isNumber, Cell cell) =>
        cell.Href is null
            ? element.Class(isNumber ? "r" : null).Saying(cell.Words)
            : element.Class(isNumber ? "r" : null).Holding(new Element("a").With("href", cell.Href).Saying(cell.Words));
}
