using System.Text.RegularExpressions;
using Cairn.Web.Features.Catalogue.Lists.Converters;
using Cairn.Web.Features.Catalogue.Lists.Rows;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>A list that was read once from end to end: what was refused, and what is worth saying.</summary>
/// <param name="File">Its file name, for refusals.</param>
/// <param name="Mapping">How its columns became facts.</param>
/// <param name="AsOf">The day its facts were true.</param>
/// <param name="Read">Rows, refused ones included.</param>
/// <param name="Drafts">Its rows without the refused ones. They are not in memory: whoever asks for them again reads the file again.</param>
/// <param name="Refusals">Takes further refusals, of rows that do not go together.</param>
/// <param name="Remarks">What is worth saying.</param>
internal sealed record ReadList(string File, ListMapping Mapping, DateOnly AsOf, int Read, IEnumerable<ProgramDraft> Drafts, RefusedRows Refusals, IReadOnlyList<string> Remarks);

/// <summary>
/// Turns the rows of a list into drafts by its mapping. A row without a title or provider, or with a wrong number of cells, is refused; a cell that
/// cannot be understood leaves its fact unknown and is counted. Files that are not the list at all throw <see cref="ImportRefusedException"/>.
/// </summary>
internal sealed class ProgramListReader
{
    /// <summary>Rows of one list: the most that was measured to stay within the memory an import may use (docs/performance.md).</summary>
    public const int MostRows = 250_000;

    private const int RowsBetweenProgress = 5_000;
    private const int SamplesShown = 3;

    private readonly SourceTable _table;
    private readonly ListMapping _mapping;
    private readonly Step[] _steps;
    private readonly (int Column, Regex Matches, string Because)[] _leaveOut;
    private readonly HashSet<string> _missing;
    private readonly RefusedRows _refusals;
    private readonly Dictionary<(string Column, string Reading), (int Count, List<string> Samples)> _notUnderstood = [];
    private readonly Dictionary<string, int> _leftOut = [];
    private int _read;

    private ProgramListReader(SourceTable table, ListMapping mapping, string mappingFile, RefusedRows refusals)
    {
        _refusals = refusals;
        _table = table;
        _mapping = mapping;
        _missing = new HashSet<string>(mapping.Missing, StringComparer.OrdinalIgnoreCase);
        var columns = new MappedColumns(table, mappingFile);
        _steps = [.. mapping.Fields.Select(field => Step.Of(field, columns, mappingFile))];
        _leaveOut = [.. mapping.LeaveOut.Select(l => (columns.Of(l.When.Column), columns.Pattern(l.When.Matches), l.Because))];
        foreach (var needed in (string[])["title", "provider"])
        {
            if (!mapping.Fields.Any(f => f.To == needed))
                throw TextFile.Refused(mappingFile, $"no field for \"{needed}\"", "a column or a fixed value for it", column: "fields");
        }
    }

    /// <param name="table">The columns and rows of the file.</param>
    /// <param name="mapping">How its columns become facts.</param>
    /// <param name="mappingFile">Name of the mapping, for refusals about it.</param>
    /// <param name="refusals">Takes the refused rows.</param>
    /// <param name="asOf">The day its facts were true, in place of the mapping's.</param>
    /// <param name="say">Progress, one plain sentence at a time.</param>
    public static ReadList Read(SourceTable table, ListMapping mapping, string mappingFile, RefusedRows refusals, DateOnly? asOf = null, Action<string>? say = null)
    {
        var reader = new ProgramListReader(table, mapping, mappingFile, refusals);
        DateOnly? latest = null;
        var any = false;
        foreach (var draft in reader.Drafts(asOf, say))
        {
            any = true;
            if (latest is null || draft.AsOf > latest)
                latest = draft.AsOf;
        }

        if (reader._read == 0)
            throw TextFile.Refused(table.File, "a heading row and nothing under it", "rows", 1);
        if (!any && refusals.Count > 0)
            throw new ImportRefusedException(refusals.Shown[0]);
        return new ReadList(table.File, mapping, asOf ?? latest ?? mapping.List.AsOf, reader._read, Again(table, mapping, mappingFile, asOf), refusals, [.. reader.Remarks()]);
    }

    /// <summary>The same drafts; what was refused and remarked is known by then.</summary>
    private static IEnumerable<ProgramDraft> Again(SourceTable table, ListMapping mapping, string mappingFile, DateOnly? asOf)
    {
        foreach (var draft in new ProgramListReader(table, mapping, mappingFile, new RefusedRows()).Drafts(asOf, say: null))
            yield return draft;
    }

    private IEnumerable<ProgramDraft> Drafts(DateOnly? asOf, Action<string>? say)
    {
        foreach (var row in _table.Rows)
        {
            if (++_read > MostRows)
                throw TextFile.Refused(_table.File, $"more than {MostRows:N0} rows", "a list that is split into smaller files", row.Line);
            if (_read % RowsBetweenProgress == 0)
                say?.Invoke($"Read {_read:N0} rows.");
            if (RowOf(row, asOf) is { } draft)
                yield return draft;
        }
    }

    private ProgramDraft? RowOf(SourceRow row, DateOnly? asOf)
    {
        var width = _table.Columns.Count;
        if (row.Cells.Count > width || row.Cells.Count < width - _mapping.MayLack)
            return Refuse(row, "", $"{row.Cells.Count} cells", $"{width} cells");
        foreach (var (column, matches, because) in _leaveOut)
        {
            if (matches.IsMatch(Cell(row, column)))
            {
                _leftOut[because] = _leftOut.GetValueOrDefault(because) + 1;
                return null;
            }
        }

        var draft = new ProgramDraft { Line = row.Line };
        var filled = new HashSet<string>();
        foreach (var step in _steps)
        {
            if (!filled.Contains(step.Field.To) && Apply(step, row, draft))
                filled.Add(step.Field.To);
        }

        if (asOf is not null)
            draft.AsOf = asOf;
        return Check(row, draft);
    }

    private bool Apply(Step step, SourceRow row, ProgramDraft draft)
    {
        if (step.When is { } when && !when.Matches.IsMatch(Cell(row, when.Column)))
            return false;
        var cells = step.Columns.Length == 0 ? [step.Field.Value ?? ""] : Array.ConvertAll(step.Columns, c => Cell(row, c));
        if (step.Find is { } find)
            cells[0] = find.Match(cells[0]) is { Success: true } match ? match.Groups[^1].Value : "";
        if (step.Columns.Length > 0 && cells[0].Length == 0)
            return false;
        if (step.Reading(cells, step.Field, draft))
            return true;
        if (step.Columns.Length > 0 && step.Field.To is "length" or "price" or "level" or "language" or "link" or "fieldOfStudy" && !Levels.StatesNone(cells[0]))
            NotUnderstood(_table.Columns[step.Columns[0]], step.Field.To, cells[0]);
        return false;
    }

    private ProgramDraft? Check(SourceRow row, ProgramDraft draft)
    {
        if (draft.Title.Length is 0 or > Texts.LongestTitle)
            return Refuse(row, ColumnOf("title"), draft.Title.Length == 0 ? "no title" : $"a title of {draft.Title.Length} letters", $"a title of 1 to {Texts.LongestTitle} letters");
        if (!draft.Title.Any(char.IsLetterOrDigit))
            return Refuse(row, ColumnOf("title"), draft.Title, "a title with letters");
        if (draft.Provider.Length is 0 or > Texts.LongestTitle)
            return Refuse(row, ColumnOf("provider"), draft.Provider.Length == 0 ? "no provider" : draft.Provider, "the provider's name");
        return draft;
    }

    private ProgramDraft? Refuse(SourceRow row, string column, string found, string expected)
    {
        _refusals.Add(new Refusal(_table.File, row.Line, column, found, expected));
        return null;
    }

    private string ColumnOf(string fact) => _steps.FirstOrDefault(s => s.Field.To == fact && s.Columns.Length > 0) is { } step ? _table.Columns[step.Columns[0]] : "";

    private string Cell(SourceRow row, int column)
    {
        var cell = (column < row.Cells.Count ? row.Cells[column] : null)?.Trim() ?? "";
        return _missing.Contains(cell) ? "" : cell;
    }

    private void NotUnderstood(string column, string fact, string cell)
    {
        if (!_notUnderstood.TryGetValue((column, fact), out var seen))
            seen = (0, []);
        if (seen.Samples.Count < SamplesShown && !seen.Samples.Contains(cell))
            seen.Samples.Add(cell.Length > 60 ? cell[..60] + "…" : cell);
        _notUnderstood[(column, fact)] = (seen.Count + 1, seen.Samples);
    }

    private IEnumerable<string> Remarks()
    {
        foreach (var (because, count) in _leftOut)
            yield return $"{count:N0} rows left out: {because}.";
        foreach (var ((column, fact), (count, samples)) in _notUnderstood)
        {
            yield return $"{count:N0} cells of \"{column}\" give no {FactInWords(fact)}, which stays unknown: {string.Join(", ", samples.Select(s => $"\"{Texts.Clean(s)}\""))}.";
        }
    }

    private static string FactInWords(string fact) => fact == "fieldOfStudy" ? "field of study" : fact;

    /// <summary>One field of the mapping, ready to be applied.</summary>
    private sealed record Step(FieldMapping Field, int[] Columns, FieldReadings.Reading Reading, Regex? Find, (int Column, Regex Matches)? When)
    {
        public static Step Of(FieldMapping field, MappedColumns columns, string mappingFile)
        {
            if (!FieldReadings.FactNames.Contains(field.To))
                throw TextFile.Refused(mappingFile, $"\"{field.To}\"", $"one of {string.Join(", ", FieldReadings.FactNames)}", column: "to");
            var reading = FieldReadings.Find(field.To, field.As)
                ?? throw TextFile.Refused(mappingFile, $"\"{field.As}\" for {field.To}", $"one of {string.Join(", ", FieldReadings.ReadingsOf(field.To))}", column: "as");
            var names = field.Column is null ? field.Columns : [field.Column, .. field.Columns];
            var needsNothing = field.To == "price" && field.As is "free" or "subscription";
            if (names.Count == 0 && field.Value is null && !needsNothing)
                throw TextFile.Refused(mappingFile, $"neither a column nor a value for {field.To}", "one of them", column: "fields");
            return new Step(
                field, [.. names.Select(columns.Of)], reading, field.Find is null ? null : columns.Pattern(field.Find),
                field.When is null ? null : (columns.Of(field.When.Column), columns.Pattern(field.When.Matches)));
        }
    }

    /// <summary>Columns by name, without regard to case and edge spaces.</summary>
    private sealed class MappedColumns(SourceTable table, string mappingFile)
    {
        public int Of(string name)
        {
            var at = Enumerable.Range(0, table.Columns.Count).Where(i => string.Equals(table.Columns[i], name.Trim(), StringComparison.OrdinalIgnoreCase)).ToArray();
            return at.Length switch
            {
                1 => at[0],
                0 => throw TextFile.Refused(table.File, $"no column \"{name}\"", $"the columns named in {mappingFile}", 1, name),
                _ => throw TextFile.Refused(table.File, $"{at.Length} columns \"{name}\"", "one", 1, name),
            };
        }

        public Regex Pattern(string pattern)
        {
            try
            {
                // A mapping comes from outside: this engine takes time in proportion to the text, whatever the pattern.
                return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                throw TextFile.Refused(mappingFile, $"\"{pattern}\"", "a regular expression without look-around or back-references", column: "matches");
            }
        }
    }
}
