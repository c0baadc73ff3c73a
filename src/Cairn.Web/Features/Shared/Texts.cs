using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Cairn.Web.Features.Shared;

/// <summary>
/// Every sentence the product says. The key is the English sentence itself; another language has a <c>Texts.es.resx</c> in the
/// folder of the feature that says it. A test reads the sources and fails for a sentence without a translation.
/// </summary>
public sealed partial class Texts
{
    private readonly Dictionary<string, Dictionary<string, string>> _byLanguage = [];

    private Texts()
    {
    }

    /// <summary>Reads all translations of this program.</summary>
    public static Texts Load()
    {
        var texts = new Texts();
        foreach (var culture in Hosting.Languages.All.Skip(1))
            texts._byLanguage[culture.Name] = ReadAll(culture);
        return texts;
    }

    /// <summary>The sentence in the language of the request; English where there is none.</summary>
    public string this[string english] =>
        _byLanguage.TryGetValue(CultureInfo.CurrentUICulture.Name, out var sentences) && sentences.TryGetValue(english, out var said)
            ? said
            : english;

    /// <summary>The sentence with values in it, written as the language writes them: <c>{0}</c>, <c>{1:N0}</c>.</summary>
    public string this[string english, params object?[] values] =>
        string.Format(CultureInfo.CurrentCulture, this[english], values);

    /// <summary>One or many. <c>{0}</c> is the count: <c>T.Many(n, "{0:N0} program", "{0:N0} programs")</c>.</summary>
    public string Many(long count, string one, string many, params object?[] more) =>
        string.Format(CultureInfo.CurrentCulture, this[count == 1 ? one : many], [count, .. more]);

    /// <summary>A sentence with links or other markup in it; its own words are encoded.</summary>
    public IHtmlContent With(string english, params IHtmlContent[] parts) => new Sentence(this[english], parts);

    /// <summary>A link to put into <see cref="With"/>.</summary>
    public static IHtmlContent Link(string href, string text) => new Anchor(href, text);

    private static Dictionary<string, string> ReadAll(CultureInfo culture)
    {
        var satellite = typeof(Texts).Assembly.GetSatelliteAssembly(culture);
        var all = new Dictionary<string, string>();
        foreach (var name in satellite.GetManifestResourceNames().Where(n => n.EndsWith($"Texts.{culture.Name}.resources", StringComparison.Ordinal)))
        {
            using var reader = new ResourceReader(satellite.GetManifestResourceStream(name)!);
            foreach (DictionaryEntry entry in reader) all[(string)entry.Key] = (string)entry.Value!;
        }
        return all;
    }

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Placeholder();

    private sealed class Sentence(string text, IHtmlContent[] parts) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var at = 0;
            foreach (Match hole in Placeholder().Matches(text))
            {
                encoder.Encode(writer, text, at, hole.Index - at);
                parts[int.Parse(hole.Groups[1].ValueSpan, CultureInfo.InvariantCulture)].WriteTo(writer, encoder);
                at = hole.Index + hole.Length;
            }
            encoder.Encode(writer, text, at, text.Length - at);
        }
    }

    private sealed class Anchor(string href, string text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<a href=\"");
            encoder.Encode(writer, href);
            writer.Write("\">");
            encoder.Encode(writer, text);
            writer.Write("</a>");
        }
    }
}
