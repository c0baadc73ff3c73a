using System.Globalization;

namespace Cairn.Web.Features.Verification;

/// <summary>Words from a stranger's file, fit to be shown: not endless, and without signs that turn the text around or end its line.</summary>
internal static class ClaimedText
{
    /// <param name="text">The words.</param>
    /// <param name="most">Letters that are shown; what is cut ends with an ellipsis.</param>
    public static string Shown(string text, int most)
    {
        var cut = text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
        return string.Concat(cut.Select(letter => letter == '\n' ? ' ' : char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : letter));
    }
}
