namespace Cairn.Cli;

/// <summary>Text from a file, safe to show at a terminal.</summary>
internal static class Plain
{
    /// <summary>Control characters could move the cursor, change colours or end a line; each becomes one sign.</summary>
    internal static string Text(string text) =>
        text.Any(char.IsControl) ? string.Create(text.Length, text, (to, from) =>
        {
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
            }
        }) : text;
}
