using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Drawing;

/// <summary>
/// One element of a drawing. Names come from the code; every value and every text is encoded when it is written, so words from a
/// catalogue can be put anywhere.
/// </summary>
internal sealed class Element(string name) : IHtmlContent
{
    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly List<IHtmlContent> _children = [];

    /// <summary>Sets an attribute; <see langword="null"/> leaves it out.</summary>
    public Element With(string attribute, string? value)
    {
        if (value is not null) _attributes.Add((attribute, value));
        return this;
    }

    public Element With(string attribute, double value) => With(attribute, Number(value));

    /// <summary>A share of the width of the drawing.</summary>
    public Element Percent(string attribute, double value) => With(attribute, Number(value) + "%");

    public Element Class(string? value) => With("class", value);

    public Element Holding(params IEnumerable<IHtmlContent?> content)
    {
        foreach (var child in content)
            if (child is not null) _children.Add(child);
        return this;
    }

    public Element Saying(string? text)
    {
        if (!string.IsNullOrEmpty(text)) _children.Add(new Words(text));
        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        foreach (var (attribute, value) in _attributes)
        {
            writer.Write(' ');
            writer.Write(attribute);
            writer.Write("=\"");
            encoder.Encode(writer, value);
            writer.Write('"');
        }
        writer.Write('>');
        foreach (var child in _children) child.WriteTo(writer, encoder);
        if (name is "input") return;
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }

    /// <summary>At most two decimals, a point, never an exponent and never a negative zero.</summary>
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    private sealed class Words(string text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, text);
    }
}
