namespace Cairn.Cli;

/// <summary>Text from a file, safe to show at a terminal.</summary>
internal static class Plain
{
    /// <summary>Control characters could move the cursor, change colours or end a line, and marks of direction turn the text around; each becomes one sign.</summary>
    internal static string Text(string text) =>
        text.Any(IsRefused) ? string.Create(text.Length, text, (to, from) =>
        {
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = IsRefused(from[i]) ? '\uFFFD' : from[i];
            }
        }) : text;

    /// <summary>Unicode Standard Annex 9, and the ends of lines and paragraphs. Joiners stay: names in Persian and Hindi need them.</summary>
    private static bool IsRefused(char letter) =>
        char.IsControl(letter) || letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
