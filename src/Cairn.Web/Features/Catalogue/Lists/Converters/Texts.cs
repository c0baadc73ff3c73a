using System.Net;
using System.Text;

namespace Cairn.Web.Features.Catalogue.Lists.Converters;

/// <summary>Text from a cell as people should see it. Markup stays text: pages encode it.</summary>
internal static class Texts
{
    /// <summary>Titles longer than this are a wrong column.</summary>
    public const int LongestTitle = 400;

    /// <summary>HTML entities decoded, <c>\'</c> unescaped, white space and control characters to single spaces, edges trimmed.</summary>
    public static string Clean(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        if (text.Contains('\\', StringComparison.Ordinal))
            text = text.Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // Marks of direction and zero width are invisible and make two equal names differ.
            if (c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\uFFFD')
                continue;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>A provider's name without what lists add to it: quotation marks left over, " Logo", New Jersey's " - WIOA Title 2" and the like.</summary>
    public static string ProviderName(string text)
    {
        var name = Clean(text).Trim('"', ' ');
        if (name.EndsWith(" Logo", StringComparison.Ordinal))
            name = name[..^5];
        foreach (var suffix in RegisterSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                name = name[..^suffix.Length].TrimEnd(' ', '-', ',');
        }

        return name.Trim('"', ' ');
    }

    private static readonly string[] RegisterSuffixes = [" - WIOA Title 2", " - WIA Title 2", " - PVS", " - PCS", " - Customized Trainer"];

    /// <summary>An http(s) address that a browser can open, or null. Without a scheme https is taken.</summary>
    public static string? Link(string text)
    {
        text = text.Trim().Trim('"');
        if (text.Length is 0 or > 2000 || text.Contains(' ', StringComparison.Ordinal))
            return null;
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0
            ? text
            : null;
    }
}
