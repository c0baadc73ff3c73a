using Cairn.Web.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cairn.Web.Features.Shared;

/// <summary><c>&lt;evidence stone="Assessed" /&gt;</c>: a stone filled by what is known, and the words for it. Own words may stand inside.</summary>
[HtmlTargetElement("evidence", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EvidenceTagHelper(Texts t) : TagHelper
{
    /// <summary>What is known about the claim.</summary>
    public Stone Stone { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ev");
        output.Content.AppendHtml(CairnDrawing.Pip(Stone)).AppendHtml("<span>");
        if (words.IsEmptyOrWhiteSpace) output.Content.Append(Name(Stone, t));
        else output.Content.AppendHtml(words);
        output.Content.AppendHtml("</span>");
    }

    internal static string Name(Stone stone, Texts t) => stone switch
    {
        Stone.Assessed => t["Checked and assessed"],
        Stone.Completed => t["Checked, took part or completed"],
        Stone.Unchecked => t["Could not be checked"],
        _ => t["Own word"],
    };
}
