using System.Buffers;
using System.Globalization;

namespace Cairn.Web.Features.Verification;

/// <summary>Words from a stranger's file, fit to be shown: not endless, and without signs that turn the text around or end its line.</summary>
internal static class ClaimedText
{
    /// <summary>Marks that change the direction of what follows (Unicode Standard Annex 9). Joiners stay: names in Persian and Hindi need them.</summary>
    private static readonly SearchValues<char> TurnsAround = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <param name="text">The words.</param>
    /// <param name="most">Letters that are shown; what is cut ends with an ellipsis.</param>
    public static string Shown(string text, int most)
    {
        var cut = text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
        return string.Concat(cut.Select(letter => letter == '\n' ? ' ' : TurnsAround.Contains(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : letter));
    }
}
