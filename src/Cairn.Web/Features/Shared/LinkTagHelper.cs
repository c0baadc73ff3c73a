using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cairn.Web.Features.Shared;

/// <summary>
/// <c>&lt;a to="@ExploreLinks.Skill(id)"&gt;</c>: an address of this site that code made, below the language of the reader.
/// The framework keeps the language only in an <c>href</c> that is written out.
/// </summary>
[HtmlTargetElement("a", Attributes = "to")]
[HtmlTargetElement("link", Attributes = "to", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("form", Attributes = "to")]
public sealed class LinkTagHelper(IUrlHelperFactory urls) : TagHelper
{
    /// <summary>Begins with <c>~/</c>.</summary>
    public string To { get; set; } = "";

    /// <summary>Set by the page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute(output.TagName == "form" ? "action" : "href", urls.GetUrlHelper(ViewContext).Content(To));
    }
}
