using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Skills.Tables;

/// <summary>
/// A published table, read row by row. Columns are asked for by name, since their order and number change between versions.
/// A file that is not this table, not UTF-8, or cut off is refused as a whole; a row that makes no sense is refused alone.
/// </summary>
internal abstract class SourceTable(string file) : IDisposable
{
    private const int ProgressStep = 10_000;

    private readonly List<Refusal> _refusals = [];
    private IReadOnlyList<string> _columns = [];

    /// <summary>File name without its folder.</summary>
    public string File { get; } = file;

    /// <summary>Line on which the current row begins, from 1.</summary>
    public int Line { get; protected set; }

    /// <summary>Data rows read so far.</summary>
    public int Rows { get; private set; }

    public IReadOnlyList<string> Columns => _columns;

    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>Told every 10,000 rows and at the end.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }

    /// <summary>Rows may be shorter than the header: trailing empty cells were dropped by the publisher.</summary>
    public bool Ragged { get; init; }

    /// <summary>Number of fields in the current row.</summary>
    protected abstract int Width { get; }

    /// <summary>The field as it stands in the file, without its quotes.</summary>
    protected abstract string Field(int index);

    /// <summary>Moves to the next row with anything in it.</summary>
    protected abstract bool Advance();

    public abstract void Dispose();

    /// <summary>Takes the current row as the header.</summary>
    protected void TakeHeader() => _columns = [.. Enumerable.Range(0, Width).Select(index => Field(index).Trim())];

    /// <summary>Moves to the next row; false at the end. A last row that is too short says that the file was cut off.</summary>
    public bool Next()
    {
        if (!Advance())
        {
            if (Rows > 0 && _refusals.Count * 2 > Rows)
                throw Refused("", $"{_refusals.Count} of {Rows} rows that make no sense; the first: {_refusals[0].Found}", _refusals[0].Expected);
            Progress?.Report(new ImportProgress(File, Rows));
            return false;
        }

        Rows++;
        if (Rows % ProgressStep == 0)
            Progress?.Report(new ImportProgress(File, Rows));
        if (Width != _columns.Count && !(Ragged && Width < _columns.Count))
            throw Refused("", $"{Width} columns", $"{_columns.Count} columns, as in the header; the file may be cut off");
        return true;
    }

    /// <summary>Position of a column; the file is refused when it is not there.</summary>
    public int Column(string name) => OptionalColumn(name)
        ?? throw new ImportRefusedException(new Refusal(File, 1, name, Shorten(string.Join(", ", _columns)), $"a column named {name}"));

    /// <summary>Position of the first column whose name holds <paramref name="words"/>: names that carry a year change every year.</summary>
    public int ColumnThat(string words)
    {
        for (var index = 0; index < _columns.Count; index++)
        {
            if (_columns[index].Contains(words, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        return Column(words);
    }

    public int? OptionalColumn(string name)
    {
        for (var index = 0; index < _columns.Count; index++)
        {
            if (string.Equals(_columns[index], name, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        return null;
    }

    /// <summary>The field without spaces around it; empty when the row is shorter, and for <c>n/a</c>.</summary>
    public string this[int column]
    {
        get
        {
            if (column >= Width)
                return "";
            var text = Field(column).Trim();
            return string.Equals(text, "n/a", StringComparison.OrdinalIgnoreCase) ? "" : text;
        }
    }

    /// <summary>The field of a column that may be absent.</summary>
    public string this[int? column] => column is { } index ? this[index] : "";

    /// <summary>Notes that the current row is refused.</summary>
    public void Refuse(int column, string expected) =>
        _refusals.Add(new Refusal(File, Line, _columns[column], Shorten(this[column]), expected));

    /// <summary>The whole file is refused at the current line.</summary>
    public ImportRefusedException Refused(string column, string found, string expected) =>
        new(new Refusal(File, Line, column, found, expected));

    private static string Shorten(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 199), "…");
}
