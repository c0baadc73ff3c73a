using System.Net;
using Cairn.Web.Drawing;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cairn.Web.Features.Shared;

/// <summary>
/// <c>&lt;field for="Budget" label="…" hint="…" inputmode="numeric" /&gt;</c>: label, hint, what is wrong, and the input with what
/// was typed, in that order. Attributes it does not know go to the input. Another control may stand inside:
/// <c>&lt;field for="Kind" label="…"&gt;&lt;select asp-for="Kind" …&gt;&lt;/select&gt;&lt;/field&gt;</c>.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    internal sealed record Control(string Id, string? DescribedBy, bool Bad);

    /// <summary>What the field is for.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>Its name, in words.</summary>
    public string Label { get; set; } = "";

    /// <summary>What helps to fill it in.</summary>
    public string? Hint { get; set; }

    /// <summary>Set by the page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = ErrorSummaryTagHelper.FieldId(name);
        var error = ViewContext.ModelState.TryGetValue(name, out var state) ? state.Errors.Select(wrong => RefusalText.Shown(wrong.ErrorMessage)).FirstOrDefault() : null;
        string[] described = [.. Hint is null ? [] : new[] { id + "-hint" }, .. error is null ? [] : new[] { id + "-error" }];
        var control = new Control(id, described.Length == 0 ? null : string.Join(' ', described), error is not null);
        context.Items[typeof(Control)] = control;
        var inside = await output.GetChildContentAsync();

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        // Razor hands an attribute over encoded, and the tag builder encodes it again; what code set as a text is as it should be.
        foreach (var attribute in output.Attributes)
            input.Attributes[attribute.Name] = attribute.Value as string ?? WebUtility.HtmlDecode(attribute.Value?.ToString());
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", control.Bad ? "field bad" : "field");
        output.Content.AppendHtml(new Element("label").With("for", id).Saying(Label));
        if (Hint is not null) output.Content.AppendHtml(new Element("span").Class("hint").With("id", id + "-hint").Saying(Hint));
        if (error is not null)
            output.Content.AppendHtml(new Element("span").Class("v fail sm").With("id", id + "-error")
                .Holding(VerdictDrawing.Icon(Verdict.Fail), new Element("span").Saying(error)));
        if (inside.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Typed(input, control, name, state));
        else output.Content.AppendHtml(inside);
    }

    private TagBuilder Typed(TagBuilder input, Control control, string name, ModelStateEntry? state)
    {
        input.Attributes["id"] = control.Id;
        input.Attributes["name"] = name;
        input.Attributes["value"] = state?.AttemptedValue ?? For.ModelExplorer.GetSimpleDisplayText();
        input.Attributes.TryAdd("type", "text");
        if (control.DescribedBy is not null) input.Attributes["aria-describedby"] = control.DescribedBy;
        if (control.Bad) input.Attributes["aria-invalid"] = "true";
        return input;
    }
}

/// <summary>A control inside a field is tied to its hint and its error.</summary>
[HtmlTargetElement("input", ParentTag = "field", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", ParentTag = "field")]
[HtmlTargetElement("textarea", ParentTag = "field")]
public sealed class FieldControlTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override int Order => 1;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (context.Items[typeof(FieldTagHelper.Control)] is not FieldTagHelper.Control control) return;
        output.Attributes.SetAttribute("id", control.Id);
        if (control.DescribedBy is not null) output.Attributes.SetAttribute("aria-describedby", control.DescribedBy);
        if (control.Bad) output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
