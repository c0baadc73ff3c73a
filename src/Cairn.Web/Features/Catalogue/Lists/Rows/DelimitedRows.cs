using System.Text;

namespace Cairn.Web.Features.Catalogue.Lists.Rows;

/// <summary>
/// RFC 4180 with any one-letter delimiter: quotes double themselves, quoted cells may hold line breaks. One row in memory at a time.
/// A quote that is never closed is a cut-off file and refuses the whole import; a quote inside an unquoted cell is a letter like any other.
/// </summary>
internal static class DelimitedRows
{
    /// <summary>Letters in one cell. A longer cell is a quote that was opened and never closed.</summary>
    public const int LongestCell = 1_000_000;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads the heading row and opens the rows under it. Every enumeration of the rows reads the file anew.</summary>
    public static SourceTable Open(TextFile file)
    {
        using var reader = file.OpenText();
        var first = reader.ReadLine() ?? "";
        var delimiter = Delimiters.MaxBy(d => first.Count(c => c == d));
        var columns = Read(file, delimiter).Select(r => r.Cells).FirstOrDefault()
            ?? throw TextFile.Refused(file.Name, "no heading row", "a table with a heading row", 1);
        return new SourceTable(file.Name, [.. columns.Select(c => c!.Trim())], Read(file, delimiter).Skip(1));
    }

    internal static IEnumerable<SourceRow> Read(TextFile file, char delimiter)
    {
        using var reader = file.OpenText();
        var cells = new List<string?>();
        var cell = new StringBuilder();
        var buffer = new char[1 << 16];
        int length = 0, at = 0, line = 1, rowLine = 1, quoteLine = 0, width = 0;
        bool quoted = false, justClosed = false, endedWithBreak = true;

        while (true)
        {
            if (at == length)
            {
                length = reader.Read(buffer, 0, buffer.Length);
                at = 0;
                if (length == 0)
                    break;
            }

            var c = buffer[at++];
            endedWithBreak = false;
            if (quoted)
            {
                if (c == '"')
                {
                    quoted = false;
                    justClosed = true;
                    continue;
                }

                if (c == '\n')
                    line++;
                Append(c);
            }
            else if (c == '"' && justClosed)
            {
                // A doubled quote inside a quoted cell.
                quoted = true;
                justClosed = false;
                Append(c);
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
                quoteLine = line;
            }
            else if (c == delimiter)
            {
                CloseCell();
            }
            else if (c == '\n')
            {
                line++;
                endedWithBreak = true;
                if (cell.Length > 0 && cell[^1] == '\r' && !justClosed)
                    cell.Length--;
                CloseCell();
                if (TakeRow() is { } row)
                    yield return row;
                rowLine = line;
            }
            else if (!(c == '\r' && justClosed))
            {
                justClosed = false;
                Append(c);
            }
        }

        if (quoted)
            throw TextFile.Refused(file.Name, "a quotation mark that is never closed", "a whole file; it was probably cut off", quoteLine);
        if (endedWithBreak)
            yield break;
        CloseCell();
        if (cells.Count < width)
            throw TextFile.Refused(file.Name, $"a last row that stops after {cells.Count} of {width} cells", "a whole file; it was probably cut off", rowLine);
        if (TakeRow() is { } last)
            yield return last;

        void Append(char c)
        {
            if (cell.Length == LongestCell)
            {
                throw TextFile.Refused(file.Name, $"a cell of more than {LongestCell:N0} letters", "shorter cells; a quotation mark is probably not closed",
                    quoted ? quoteLine : rowLine);
            }

            cell.Append(c);
        }

        void CloseCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            justClosed = false;
        }

        SourceRow? TakeRow()
        {
            var blank = cells.Count == 1 && string.IsNullOrWhiteSpace(cells[0]);
            SourceRow? row = blank ? null : new SourceRow(rowLine, cells.ToArray());
            if (!blank)
                width = cells.Count;
            cells.Clear();
            return row;
        }
    }
}
