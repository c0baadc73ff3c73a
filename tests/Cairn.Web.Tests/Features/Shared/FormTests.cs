using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Shared;

/// <summary>A refused form says what was found, where, and keeps what was typed.</summary>
public sealed class FormTests
{
    private readonly ViewContext _view = new() { ViewData = new ViewDataDictionary<Group>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new() } };

    [Fact]
    public async Task A_refused_field_keeps_what_was_typed_and_says_why_above_it()
    {
        Refuse("Price", "85 <dollars>", "“85 <dollars>” is not a number.");

        var field = await FieldAsync("Price", hint: "In US dollars");
        var input = field.QuerySelector("input")!;

        field.QuerySelectorAll("label, span.hint, span.v, input").Select(e => e.LocalName + "#" + (e.GetAttribute("for") ?? e.Id))
            .ShouldBe(["label#Price", "span#Price-hint", "span#Price-error", "input#Price"]);
        input.GetAttribute("value").ShouldBe("85 <dollars>");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby").ShouldBe("Price-hint Price-error");
        input.GetAttribute("inputmode").ShouldBe("decimal");
        field.QuerySelector(".v")!.TextContent.ShouldBe("“85 <dollars>” is not a number.");
    }

    [Fact]
    public async Task A_field_that_is_well_shows_its_value_and_nothing_red()
    {
        var field = await FieldAsync("Name", hint: null);

        field.QuerySelector("input")!.GetAttribute("value").ShouldBe("Spring");
        field.QuerySelector("input")!.HasAttribute("aria-describedby").ShouldBeFalse();
        field.QuerySelectorAll(".bad, .v, [aria-invalid]").ShouldBeEmpty();
    }

    [Fact]
    public void The_summary_names_every_fault_in_the_order_of_the_fields_and_leads_to_it()
    {
        Refuse("Days[0].First", "x", "The first day is not a day");
        Refuse("Price", "x", "Price is not a number");
        Refuse("Name", "", "Say a name");

        var summary = Summary()!;

        summary.QuerySelector("h2")!.TextContent.ShouldBe("3 things to fix");
        summary.QuerySelectorAll("li a").Select(a => a.GetAttribute("href")).ShouldBe(["#Name", "#Price", "#Days_0__First"]);
    }

    [Fact]
    public void Without_a_fault_there_is_no_summary() => Summary().ShouldBeNull();

    private void Refuse(string field, string typed, string why)
    {
        _view.ModelState.SetModelValue(field, typed, typed);
        _view.ModelState.AddModelError(field, why);
    }

    private async Task<IHtmlDocument> FieldAsync(string name, string? hint)
    {
        var output = Output("field", new TagHelperAttribute("inputmode", "decimal"));
        var helper = new FieldTagHelper
        {
            For = new ModelExpression(name, _view.ViewData.ModelExplorer.GetExplorerForProperty(name)), Label = name, Hint = hint, ViewContext = _view,
        };
        await helper.ProcessAsync(Context(), output);
        return Parse(output);
    }

    private IHtmlDocument? Summary()
    {
        var output = Output("error-summary");
        new ErrorSummaryTagHelper(Texts.Load()) { ViewContext = _view }.Process(Context(), output);
        return output.TagName is null ? null : Parse(output);
    }

    private static TagHelperContext Context() => new([], new Dictionary<object, object>(), "one");

    private static TagHelperOutput Output(string tag, params TagHelperAttribute[] attributes) =>
        new(tag, [.. attributes], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));

    private static IHtmlDocument Parse(TagHelperOutput output)
    {
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString());
    }

    private sealed class Group
    {
        public string Name { get; set; } = "Spring";
        public decimal? Price { get; set; }
        public IReadOnlyList<string> Days { get; set; } = [];
    }
}
