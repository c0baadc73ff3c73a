namespace Cairn.Web.Features.Catalogue.Lists.Rows;

/// <summary>One row of a list as it stands there: its first line in the file, from 1, and its cells in the order of the columns.</summary>
internal readonly record struct SourceRow(int Line, IReadOnlyList<string?> Cells);

/// <summary>The columns of a list and its rows, read one after the other.</summary>
internal sealed record SourceTable(string File, IReadOnlyList<string> Columns, IEnumerable<SourceRow> Rows);
