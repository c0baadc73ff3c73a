using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cairn.Web.Features.Shared;

/// <summary>
/// <c>asset="cairn.css"</c>: a file of wwwroot, by its fingerprinted name where there is one, and outside the language of the
/// address, so that a reader who changes the language fetches nothing twice.
/// </summary>
[HtmlTargetElement("link", Attributes = "asset", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = "asset")]
[HtmlTargetElement("img", Attributes = "asset", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AssetTagHelper : TagHelper
{
    /// <summary>The path below wwwroot, without a leading slash.</summary>
    public string Asset { get; set; } = "";

    /// <summary>Set by the page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var http = ViewContext.HttpContext;
        var known = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var address = http.Language().SiteBase.Add("/" + (known?[Asset] ?? Asset)).Value;
        output.Attributes.SetAttribute(output.TagName == "link" ? "href" : "src", address);
    }
}
