using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cairn.Web.Features.Shared;

/// <summary>A name from data says its language; its own letters say whether it runs from the right. The page itself runs from the left.</summary>
[HtmlTargetElement("a", Attributes = "lang")]
[HtmlTargetElement("span", Attributes = "lang")]
[HtmlTargetElement("p", Attributes = "lang")]
[HtmlTargetElement("h1", Attributes = "lang")]
[HtmlTargetElement("dd", Attributes = "lang")]
[HtmlTargetElement("legend", Attributes = "lang")]
public sealed class DirectionTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (output.Attributes.ContainsName("lang"))
            output.Attributes.SetAttribute("dir", "auto");
    }
}
