using System.Text;

namespace Cairn.Cli.Verbs;

/// <summary>Rows of cells with straight columns, as a terminal shows them.</summary>
internal static class TextTable
{
    /// <param name="text">Gets one line a row.</param>
    /// <param name="rows">The first is the heading; all have as many cells.</param>
    /// <param name="right">Columns that stand on the right, as numbers do.</param>
    internal static void Append(StringBuilder text, List<string[]> rows, int[] right)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            var line = new StringBuilder();
            for (int column = 0; column < row.Length; column++)
            {
                line.Append(right.Contains(column) ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column])).Append("  ");
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }
}
