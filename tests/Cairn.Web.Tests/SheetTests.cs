using System.IO.Compression;
using System.Text.RegularExpressions;
using Cairn.Testing;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests;

/// <summary>What the one style sheet promises, computed from its tokens.</summary>
public sealed partial class SheetTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Repository.Root, "src", "Cairn.Web", "wwwroot", "cairn.css"));
    private static readonly Dictionary<string, string> Light = Tokens(Css, ":root {\n    color-scheme: light dark;");
    private static readonly Dictionary<string, string> Dark = Overlay(Light, Tokens(Css, "@media (prefers-color-scheme: dark) {\n    :root {"));

    public static TheoryData<string, string, string> Texts()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var dress in new[] { "light", "dark" })
        {
            foreach (var ground in new[] { "paper", "wash", "raise", "accent-wash", "pass-wash", "fail-wash", "unknown-wash", "warn-wash" })
                foreach (var ink in new[] { "ink", "quiet" }) all.Add(dress, ink, ground);
            foreach (var ground in new[] { "paper", "wash", "raise", "accent-wash" }) all.Add(dress, "accent", ground);
            foreach (var verdict in new[] { "pass", "fail", "unknown", "warn" })
                foreach (var ground in new[] { "paper", "raise", verdict + "-wash" }) all.Add(dress, verdict, ground);
            all.Add(dress, "on-accent", "accent");
            all.Add(dress, "paper", "ink");
        }
        return all;
    }

    public static TheoryData<string, string, string> Edges()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var dress in new[] { "light", "dark" })
        {
            foreach (var part in new[] { "edge", "focus", "stone-1", "stone-2", "accent" })
                foreach (var ground in new[] { "paper", "raise" }) all.Add(dress, part, ground);
        }
        return all;
    }

    [Theory, MemberData(nameof(Texts))]
    public void Words_stand_out_seven_to_one(string dress, string ink, string ground) =>
        Contrast(dress, ink, ground).ShouldBeGreaterThanOrEqualTo(7);

    [Theory, MemberData(nameof(Edges))]
    public void What_is_not_words_stands_out_three_to_one(string dress, string part, string ground) =>
        Contrast(dress, part, ground).ShouldBeGreaterThanOrEqualTo(3);

    [Fact]
    public void The_sheet_is_under_nine_kilobytes_compressed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(Css));
        packed.Length.ShouldBeLessThan(9 * 1024);
    }

    [Fact]
    public void Directions_are_those_of_the_text_never_left_and_right() =>
        Sided().Matches(Css).Select(m => m.Value.Trim()).ShouldBeEmpty();

    [Fact]
    public void The_sheet_asks_for_nothing_from_elsewhere() =>
        Regex.Matches(Css, @"url\((?!#)|@import").Select(m => m.Value).ShouldBeEmpty();

    [Fact]
    public void No_page_has_a_style_attribute_an_inline_script_or_unencoded_markup()
    {
        foreach (var file in Repository.WebSources(".cshtml", ".cs"))
        {
            var source = File.ReadAllText(file);
            source.ShouldNotContain("HtmlString", customMessage: file);
            source.ShouldNotContain("Html.Raw", customMessage: file);
            if (!file.EndsWith(".cshtml", StringComparison.Ordinal)) continue;
            InlineStyle().IsMatch(source).ShouldBeFalse(file);
            InlineScript().IsMatch(source).ShouldBeFalse(file);
        }
    }

    [Fact]
    public void Every_page_states_its_address() =>
        Repository.WebSources(".cshtml").Where(file => File.ReadAllText(file) is var page && page.Contains("@page") && !page.StartsWith("@page \"/", StringComparison.Ordinal))
            .Select(Repository.Relative).ShouldBeEmpty();

    private static double Contrast(string dress, string one, string other)
    {
        var tokens = dress == "dark" ? Dark : Light;
        var (a, b) = (Contrasts.Luminance(tokens[one]), Contrasts.Luminance(tokens[other]));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static Dictionary<string, string> Tokens(string css, string after)
    {
        var start = css.IndexOf(after, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, after);
        var block = css[start..css.IndexOf("}\n", start, StringComparison.Ordinal)];
        return Token().Matches(block).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    private static Dictionary<string, string> Overlay(Dictionary<string, string> under, Dictionary<string, string> over) =>
        under.Concat(over).GroupBy(t => t.Key).ToDictionary(t => t.Key, t => t.Last().Value);

    [GeneratedRegex("--([a-z0-9-]+): (#[0-9A-F]{6});")]
    private static partial Regex Token();

    [GeneratedRegex(@"[\s;{](?:margin|padding|border|inset)?-?(?:left|right)\s*:|text-align:\s*(?:left|right)|\bfloat:")]
    private static partial Regex Sided();

    [GeneratedRegex("""<[a-z][^>]*\sstyle=|<style""")]
    private static partial Regex InlineStyle();

    [GeneratedRegex("""<script(?![^>]*\b(?:asset|src|type="importmap")=?)|\son[a-z]+=\"|javascript:""")]
    private static partial Regex InlineScript();
}

/// <summary>Contrast as WCAG 2 defines it.</summary>
internal static class Contrasts
{
    public static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var c = Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }
}
