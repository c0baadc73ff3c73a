using Cairn.Web.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cairn.Web.Features.Shared;

/// <summary>
/// <c>&lt;slide name="hours" label="…" said="6 h" min="1" max="20" value="6" none-below="5" hint="…" /&gt;</c>: a slider whose track is
/// hatched where the catalogue has nothing. Attributes beginning with <c>data-</c> go to the input (see wwwroot/js/replan.js:
/// <c>data-unit</c>, <c>data-currency</c>, <c>data-start</c>).
/// </summary>
[HtmlTargetElement("slide", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SlideTagHelper : TagHelper
{
    /// <summary>Name of the form field, and its id.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it sets, in words.</summary>
    public string Label { get; set; } = "";

    /// <summary>The value as it is read, such as "$600".</summary>
    public string Said { get; set; } = "";

    /// <summary>A sentence under the track.</summary>
    public string? Hint { get; set; }

    /// <summary>The least value.</summary>
    public double Min { get; set; }

    /// <summary>The greatest value.</summary>
    public double Max { get; set; }

    /// <summary>The distance between values.</summary>
    public double Step { get; set; } = 1;

    /// <summary>The value it stands at.</summary>
    public double Value { get; set; }

    /// <summary>Below this value nothing in the catalogue fits, and that is proven.</summary>
    public double? NoneBelow { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var input = new Element("input").With("id", Name).With("name", Name).With("type", "range")
            .With("min", Element.Number(Min)).With("max", Element.Number(Max)).With("step", Element.Number(Step)).With("value", Element.Number(Value))
            .With("aria-valuetext", Said).With("aria-describedby", Hint is null ? null : Name + "-hint");
        foreach (var attribute in output.Attributes) input.With(attribute.Name, attribute.Value?.ToString());
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "slide");
        output.Content.AppendHtml(new Element("label").With("for", Name).Saying(Label));
        output.Content.AppendHtml(new Element("output").With("for", Name).Saying(Said));
        output.Content.AppendHtml(input);
        output.Content.AppendHtml(new Element("svg").Class("track").With("aria-hidden", "true").Holding(Track()));
        if (Hint is not null) output.Content.AppendHtml(new Element("span").Class("hint").With("id", Name + "-hint").Saying(Hint));
    }

    private IEnumerable<Element> Track()
    {
        yield return Part("rest", 3, 6, 100);
        yield return Part("done", 3, 6, Share(Value));
        if (NoneBelow is not { } least || least <= Min) yield break;
        yield return Part("void", 0, 12, Share(least));
        yield return Part("void-hatch", 1, 10, Share(least));
        yield return new Element("line").Class("tickmark").Percent("x1", Share(least)).Percent("x2", Share(least)).With("y1", -3).With("y2", 15);
    }

    private static Element Part(string name, double y, double height, double percent) =>
        new Element("rect").Class(name).With("x", 0).With("y", y).Percent("width", percent).With("height", height).With("rx", 3);

    private double Share(double value) => Max <= Min ? 0 : Math.Clamp((value - Min) / (Max - Min), 0, 1) * 100;
}
