using Cairn.Web.Drawing;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cairn.Web.Features.Shared;

/// <summary><c>&lt;error-summary /&gt;</c>, before the h1: what to fix, each with a link to its field. Nothing where all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Texts t) : TagHelper
{
    /// <summary>Set by the page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var wrong = ViewContext.ModelState.OrderBy(entry => PlaceOf(entry.Key)).SelectMany(entry => entry.Value!.Errors.Select(error => (Field: entry.Key, Said: RefusalText.Shown(error.ErrorMessage)))).ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note fail errs");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        // The reader begins here; the attribute needs no script.
        output.Attributes.SetAttribute("autofocus", "");
        output.Content.AppendHtml(new Element("h2").Saying(t.Many(wrong.Count, "One thing to fix", "{0:N0} things to fix")));
        output.Content.AppendHtml(new Element("ol").Holding(wrong.Select(error => new Element("li").Holding(error.Field.Length == 0
            ? new Element("span").Saying(error.Said)
            : new Element("a").With("href", "#" + FieldId(error.Field)).Saying(error.Said)))));
    }

    /// <summary>Model state is kept by the alphabet; a form is read in the order of its fields.</summary>
    private int PlaceOf(string field)
    {
        var root = field.Split('.', '[')[0];
        var properties = ViewContext.ViewData.ModelMetadata.Properties;
        for (var i = 0; i < properties.Count; i++)
            if (properties[i].PropertyName == root) return i;
        return -1;
    }

    internal static string FieldId(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
