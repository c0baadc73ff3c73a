using Cairn.Web.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cairn.Web.Features.Shared;

/// <summary><c>&lt;verdict kind="Pass" small&gt;Closes your gap&lt;/verdict&gt;</c>: sign, word and colour together, never one alone.</summary>
[HtmlTargetElement("verdict", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class VerdictTagHelper : TagHelper
{
    /// <summary>Which of the five.</summary>
    public Verdict Kind { get; set; }

    /// <summary>Beside small text.</summary>
    public bool Small { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"v {VerdictDrawing.Class(Kind)}{(Small ? " sm" : "")}");
        output.PreContent.AppendHtml(VerdictDrawing.Icon(Kind)).AppendHtml("<span>");
        output.PostContent.AppendHtml("</span>");
    }
}
